"""The demo's people: invented, with passwords that everybody knows. Refused unless the demo flag is set."""

PASSWORD = "demo password for everybody"
SECRET = "demo signing secret"
PEOPLE = {
    "writer": ("writer@demo.example", "Willa Marsh (DEMO)", "Writer"),
    "reviewer": ("reviewer@demo.example", "Dr Rosa Field (DEMO)", "Medical reviewer"),
    "second": ("second.reviewer@demo.example", "Dr Samuel Brook (DEMO)", "Medical reviewer"),
    "lawyer": ("lawyer@demo.example", "Lars Quill (DEMO)", "Medical reviewer"),
    "lead": ("lead@demo.example", "Dr Lena Hill (DEMO)", "Medical lead"),
    "editor": ("editor@demo.example", "Edda Stone (DEMO)", "Editor"),
    "compliance": ("compliance@demo.example", "Cole Rivers (DEMO)", "Compliance"),
    "admin": ("admin@demo.example", "Ada Forest (DEMO)", "Administrator"),
}
