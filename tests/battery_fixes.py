"""Questions about fixes: the comparison, the acts, and rows of theirs written by hand."""

import json

from cms.prove.attacks import CHANGE, of_newest, publish, sign
from tests.battery_rows import forged, json_of
from tests.battery_scene import OWNER, READER, braced
from tests.battery_words import SAVE, ask, publish_next, publish_with_reason, q, save, sign_next, submit, take_down
from tests.test_fix_comparison import SENTENCES, SMALL, TOO_MUCH, text


def sql_of(document):
    """A document as SQL writes it, in a statement that is formatted."""
    return braced("'" + json.dumps(document).replace("'", "''") + "'")


def compared(name, old, new, at="clock_timestamp()"):
    question = f"select gate.fix_compared({sql_of(old)}, {sql_of(new)}, {at})::text"
    return q(f"a fix compared: {name}", question, rows=True)._replace(looks=())


def in_place(sentence):
    return text(("</ul>", f"</ul><p>{sentence}</p>"))


COMPARED = [
    *(compared(name, text(), text(*pairs)) for name, pairs in SMALL.items()),
    *(compared(name, text(), text(*pairs)) for name, (pairs, _) in TOO_MUCH.items()),
    *(compared(f"{old} / {new}", in_place(old), in_place(new)) for old, new, _ in SENTENCES),
    *(compared(name, text(), text() | change) for name, change in {
        "another key": {"funding": "None"}, "a number of its own": {"number": 9}, "a point more": {"key_points": ["One.", "Two."]},
        "a title with signs": {"title": "What <one> survey & asked"}, "a summary cut": {"summary": "A survey asked people."},
    }.items()),
    *(compared(f"{old} / {new}", in_place(old), in_place(new)) for old, new in [
        ("One said.Then it rains.", "One said. then it rains."), ("It rains. Then it snows.", "It rains. then it snows."),
        ("By Dr. Wet it rains.", "By Dr. wet it rains."), ("It rains? Wet it is.", "It rains? wet it is."),
        ("Two Wet places.", "Two wet places."), ("McWet rains.", "Mcwet rains."), ("It rains .", "It rains"), ("It rains.", "It rains.."),
        ("Is it wet?", "Are it wet?"), ("The wet one.", "Wett one."), ("It is the the few.", "It is the few."),
        ("They saw the 62.", "They saw 62."), ("They saw <strong>few</strong>.", "They saw a <strong>few</strong>."),
        ("H<sub>2</sub>O", "H<sub>3</sub>O"), ("Wet x<sup>a</sup>.", "Wet x<sup>b</sup>."), ("in in in wet", "in wet"), ("wet wett", "wett"),
        ("Alot it rains.", "A lot it rains."), ("a tthe wet", "at the wet"), ("mouse on house", "house on mouse"),
        ("the plnat of wet", "plant the of wett"), ("wet 'tis", "wet its"), ("wet 't", "wet t"), ("a few", "an few"), ("one  two", "one two"),
        ("It is by plnat", "It is by the plant."), ("It is by the plant.", "It is by plnat"), ("It is teh plant.", "It is the plant."), ("It is teh plnat.", "It is the plant."),
        ("They look on few.", "They look in an few."), ("The wet the wind by by chance.", "The wet wind by the chance."), ("It is wet x", "It is wet ."),
        ("Wetforests are wide.", "Wet forests are wide."), ("It is wet.", "It is moral amoral wet."), ("It is wet.</p><p>It is dry", "It is wet</p><p>It is dry."),
        ("The amoral answer.", "The moral answer."), ("A lot of it.", "Alot of it."), ("The plnat by the plnat.", "The plant by the plant."),
        ("The wett wind by by chance.", "The wet wind by chance."),
        ("3 %", "3%"), ("3 4", "34"), ("wet &lt; dry", "wet &gt; dry"), ("wet&#39;s", "wets"), ("wet&quot; dry", "wet dry"), ("wet &amp; dry", "wet dry"),
        ('<a href="https://a.org">x</a>', '<a href="https://example.org/survey">x</a>'),
        ('<a href="https://a.org">wet</a>', '<a href="https://b.org">wet</a>'), ('<a href="mailto:a">wet</a>', '<a href="https://b.org">wet</a>'),
    ]),
    compared("before there were any words", in_place("It is not the plant."), in_place("It are the plnat."), "'2020-01-01'"),
    compared("five of a hundred", {"title": "wet", "summary": "", "key_points": [], "html": "<p>" + "wet " * 19 + "</p>"},
             {"title": "wett", "summary": "", "key_points": [], "html": "<p>" + "wet " * 19 + "</p>"}),
    *(q(f"a fix compared, {what}", question, rows=True)._replace(looks=()) for what, question in {
        "edit by edit": "select o, n, e.* from (values ('abcabba', 'cbabac', 9), ('abcabba', 'cbabac', 5), ('abcabba', 'cbabac', 4), ('a', 'a', 0),"
                        " ('', 'ab', 9), ('ab', '', 9), ('abc', 'abxc', 9), ('abxc', 'abc', 1), ('xay', 'zaw', 9), ('ab', 'ba', 9), ('aab', 'ab', 9),"
                        " ('abab', 'bab', 3), ('kitten', 'sitting', 9), ('axbxc', 'xxbxx', 9)) v (o, n, most),"
                        " gate.fix_edits(string_to_array(o, null), string_to_array(n, null), most) e",
        "slip by slip": "select a, b, gate.one_slip(a, b) from unnest(array['wet', 'we', 'ewt', 'wett', 'wat', 'wet', 'tew', 'weat', 'eatt', 'w', ''])"
                        " a, unnest(array['wet', 'ew', 'wtt', 'ww', 'ab', 'ba']) b order by 1, 2",
        "word by word": "select w, gate.fix_word_kind(w, at), gate.fix_is_counted(w, at), at < '2021' from unnest(array['the', 'few', 'not', 'wet', 'kratom',"
                        " 'depressive', 'hopeless', 'less', 'third', 'thirds', 'may', 'is', 'is are', '62', 'xorphine', 'unwell', 'diazepam', 'free',"
                        " 'Few', '''few''', U&'few\\E001', 'freedom', 'lack', 'lacks', 'slacks']) w,"
                        " unnest(array['2020-01-01', clock_timestamp()]::timestamptz[]) at order by 1, at, 2",
        "list by list": "select c, gate.fix_words(c, at) from unnest(array['may-come-and-go', 'may-be-swapped', 'none', 'numbers']) c,"
                        " unnest(array['2020-01-01', clock_timestamp()]::timestamptz[]) at order by 1, at",
        "under newer words": "select gate.fix_words('newest', clock_timestamp()), gate.fix_word_kind('gnu', clock_timestamp()),"
                             " gate.fix_word_kind('zebu', clock_timestamp())",
    }.items()),
    q("a list of words changed", (OWNER, "insert into articles_fixword (code, version, name, words, source, note) values"
      " ('may-come-and-go', 9, 'x', '{{gnu}}', 'x', ''), ('people', 9, 'x', '{{zebu}}', 'x', '')"),
      (OWNER, "insert into articles_fixword (code, version, name, words, source, note, adopted_at) values"
      " ('people', 10, 'x', '{{okapi}}', 'x', '', clock_timestamp() + interval '1 day')"),
      "select gate.fix_words('may-come-and-go', clock_timestamp()), w, gate.fix_word_kind(w, clock_timestamp())"
      " from unnest(array['gnu', 'zebu', 'okapi', 'people']) w order by w", rows=True)._replace(looks=()),
    q("editions of fixes", "select e.id, (gate.root_of(e.id)).id, gate.is_shown(e.article_id, e.id), gate.fix_document(e.id,"
      " '{{\"title\": \"x\"}}', {editor}, clock_timestamp())::text, gate.fix_rehearsed(e.id, '{{\"title\": \"x\"}}', {editor})::text"
      " from articles_edition e where article_id = any (array[{fixed_article}, {shown_article}, {fix-signed_article}, {moved_article}])"
      " order by 1", rows=True)._replace(looks=()),
]  # fmt: skip


def submit_fix(name, change="'{{}}'", text=None, digest=None, reason="A typo", by="editor"):
    """A fix of what is public of `name`, its text changed further; or another text."""
    text = text or (
        "jsonb_build_object('title', e.title, 'summary', e.summary, 'key_points', doc(e.content) -> 'key_points',"
        f" 'html', replace(e.html, 'maens', 'means')) || {change}"
    )
    return (
        f"select act.submit_fix(e.id, {digest or 'e.digest'}, {text}, {{{by}}}, '{reason}') from articles_edition e"
        f" where e.id = {{{name}}}"
    )


def fix_by_hand(name, number, change="'{{}}'"):
    """An edition like that of the fix `name` that the owner freezes, and a row that says it is one, with columns changed."""
    return (OWNER, f"insert into articles_edition (content, draft_digest, submitted_by_id, submitted_at) select convert_to(canonical("
                   f"doc(content) || '{{{{\"number\": {number}}}}}' || {change}), 'UTF8'), draft_digest, submitted_by_id, clock_timestamp()"
                   f" from articles_edition where id = {{{name}}}")  # fmt: skip


def fix_row(what, name="fix-signed", number=3, change="'{{}}'", **columns):
    made = {"edition_id": "n.id", "digest": "n.digest"} | columns
    said = ", ".join(f"'{column}', {value}" for column, value in made.items())
    return q(f"a fix by hand {what}", fix_by_hand(name, number, change),
             (OWNER, "insert into articles_fix ({columns_of_articles_fix}) select {columns_of_articles_fix} from (select"
                     f" (jsonb_populate_record(null::articles_fix, to_jsonb(f) || jsonb_build_object({said}))).* from articles_fix f,"
                     f" articles_edition n where f.edition_id = {{{name}}} and n.article_id = f.article_id order by n.number desc limit 1) r"),
             of_newest(CHANGE.format(who="doctor", meaning="change"), f"{name}_article"),
             of_newest("act.publish(e.id, e.digest, {editor}, null, 'By hand')", f"{name}_article"), looks=(name,), may_show=True)  # fmt: skip


CHANGES = of_newest(CHANGE.format(who="second", meaning="change"), "{}_article")
FIXES = [
    *(q(f"a fix of {what}", submit_fix("shown", text=text)) for what, text in {
        "nothing": "doc(e.content) - array(select jsonb_object_keys(doc(e.content)) except select unnest(array['title', 'summary', 'key_points',"
                   " 'html']))",
        "no text": "null", "a list": """'["title", "summary", "key_points", "html"]'""", "a word": """'"title"'""",
        "no title": "jsonb_build_object('summary', e.summary, 'key_points', doc(e.content) -> 'key_points', 'html', e.html)",
    }.items()),
    *(q(f"a fix with {what}", submit_fix("shown", change)) for what, change in {
        "another key": "'{{\"slug\": \"x\"}}'", "a title that is none": "'{{\"title\": 1}}'", "a summary that is none": "'{{\"summary\": null}}'",
        "a body that is none": "'{{\"html\": {{}}}}'", "points that are none": "'{{\"key_points\": \"x\"}}'",
        "a point that is none": "'{{\"key_points\": [\"One.\", \"Two.\", 3]}}'", "points in another order": "'{{\"key_points\": [\"Two.\", \"One.\", \"Three.\"]}}'",
        "the same point twice": "'{{\"key_points\": [\"One.\", \"Two.\", \"Three.\", \"One.\"]}}'",
        "foreign signs": "jsonb_build_object('title', U&'Of the proof \\30B9')",
    }.items()),
    q("a fix that only leaves out a double point", submit_fix("shown", text="jsonb_build_object('title', e.title, 'summary', e.summary,"
      " 'key_points', '[\"One.\", \"Two.\"]'::jsonb, 'html', e.html)")),
    q("a fix of what is not there", "select act.submit_fix(0, null, null, {editor}, 'x')", "select act.submit_fix({shown}, null, null, {editor}, 'x')"),
    q("a fix of a statement", submit_fix("own")),
    *(q(f"a fix of {name}", submit_fix(name)) for name in ("fresh", "hidden", "lost", "first-newer", "root-of-fixed", "newer", "coming")),
    q("a fix without a reason", submit_fix("shown", reason=" ")),
    q("the same fix again", submit_fix("root-of-fix-signed"), submit_fix("root-of-fix-in-review"), submit_fix("root-of-fix-asked"),
      submit_fix("newer"), submit_fix("shown"), submit_fix("shown")),
    q("a fix back and forth", submit_fix("fixed", text="jsonb_build_object('title', e.title, 'summary', e.summary, 'key_points',"
      " doc(e.content) -> 'key_points', 'html', replace(e.html, 'means', 'maens'))"), CHANGES.replace("{}", "fixed"),
      submit_fix("fixed", text="jsonb_build_object('title', e.title, 'summary', e.summary, 'key_points', doc(e.content) -> 'key_points',"
      " 'html', replace(e.html, 'means', 'maen'))")),
    q("a fix that a whole edition says too", *save("shown", "body = replace(body, 'maens', 'means')"), submit("shown"),
      submit_fix("shown", text="jsonb_build_object('title', e.title, 'summary', 'A survey aksed.', 'key_points', doc(e.content) -> 'key_points',"
      " 'html', e.html)"), submit_fix("shown")),
    q("a draft in review, submitted again after a fix", *save("shown", "title = 'Next'"), submit("shown"), submit_fix("shown"), submit("shown")),
    q("a fix of a fix that says what the first said", submit_fix("fixed", text="jsonb_build_object('title', e.title, 'summary', e.summary,"
      " 'key_points', doc(e.content) -> 'key_points', 'html', replace(e.html, 'means', 'maen'))"), CHANGES.replace("{}", "fixed"),
      of_newest("act.publish(e.id, e.digest, {editor}, null, '')", "fixed_article"),
      of_newest("act.submit_fix(e.id, e.digest, jsonb_build_object('title', e.title, 'summary', e.summary, 'key_points', doc(e.content) ->"
                " 'key_points', 'html', replace(e.html, 'maen', 'means')), {editor}, 'Back')", "fixed_article"), looks=("fixed",), may_show=True),
    q("a fix of the next edition of what was retracted", take_down("fixed", "retracted"), *save("fixed", "title = 'Next'"), submit("fixed"),
      sign_next("fixed", "doctor", number=3), publish_next("fixed", 3),
      of_newest("act.submit_fix(e.id, e.digest, jsonb_build_object('title', e.title, 'summary', e.summary, 'key_points', doc(e.content) ->"
                " 'key_points', 'html', replace(e.html, 'asked', 'aksed')), {editor}, 'x')", "fixed_article"),
      CHANGES.replace("{}", "fixed"), of_newest("act.publish(e.id, e.digest, {editor}, null, '')", "fixed_article"), looks=("fixed",), may_show=True),
    q("a fix published after a fix of the next edition", *save("fix-signed", "title = 'Next'"), submit("fix-signed"),
      sign_next("fix-signed", "doctor", number=3), publish_next("fix-signed", 3),
      of_newest("act.submit_fix(e.id, e.digest, jsonb_build_object('title', e.title, 'summary', e.summary, 'key_points', doc(e.content) ->"
                " 'key_points', 'html', replace(e.html, 'asked', 'aksed')), {editor}, 'x')", "fix-signed_article"),
      publish("fix-signed"), looks=("fix-signed",), may_show=True),
    q("a fix as it is kept", submit_fix("shown"), "select f.words_changed, f.words_of_root, f.reason, f.root_id, f.of_id, doc(e.content)::text"
      " from articles_fix f join articles_edition e on e.id = f.edition_id where f.article_id = {shown_article}", rows=True),
    q("a fix of a fix, published", submit_fix("fixed", text="jsonb_build_object('title', e.title, 'summary', e.summary, 'key_points',"
      " doc(e.content) -> 'key_points', 'html', replace(e.html, 'means', 'maen'))"), CHANGES.replace("{}", "fixed"),
      of_newest("act.publish(e.id, e.digest, {editor}, null, '')", "fixed_article"), looks=("fixed",), may_show=True),
    *(q(f"{name} published{', with a reason' if reason else ''}", publish(name).replace("''", f"'{reason}'"), looks=(name,),
        may_show=name in ("fix-signed", "root-of-fixed"))
      for name in ("fix-signed", "fix-in-review", "fix-asked", "fixed", "fixed-lost", "root-of-fixed") for reason in ("", "The battery")),
    q("a fix published after the next edition", *save("fix-signed", "title = 'Next'"), submit("fix-signed"), sign_next("fix-signed", "doctor", number=3),
      publish_next("fix-signed", 3), publish("fix-signed"), publish_with_reason("fix-signed"), looks=("fix-signed",), may_show=True),
    q("a fix published after another fix", submit_fix("root-of-fix-signed", text="jsonb_build_object('title', e.title,"
      " 'summary', 'A survey aksed.', 'key_points', doc(e.content) -> 'key_points', 'html', e.html)"),
      CHANGES.replace("{}", "fix-signed"), of_newest("act.publish(e.id, e.digest, {editor}, null, '')", "fix-signed_article"), publish("fix-signed"),
      publish_with_reason("fix-signed"), looks=("fix-signed",), may_show=True),
    q("a fix published, ahead of time and again", publish_with_reason("fix-signed", "clock_timestamp() + interval '1 day'"), publish("fix-signed"),
      looks=("fix-signed",), may_show=True),
    q("the root of a fix retracted", take_down("fix-signed", "retracted"), publish_with_reason("fix-signed"), looks=("fix-signed",)),
    q("a fix retracted, and its root", take_down("fixed", "retracted"), publish_with_reason("root-of-fixed"), publish_with_reason("fixed"),
      looks=("fixed",), may_show=True),
    q("a fix of the retracted, under another root", *save("fixed", "title = 'Next'"), submit("fixed"), sign_next("fixed", "doctor", number=3),
      publish_next("fixed", 3), take_down("fixed", "retracted"), publish_with_reason("fixed"), looks=("fixed",), may_show=True),
    q("the root of a fix in doubt", ask("root-of-fixed"), ask("root-of-fix-signed"), ask("fixed"), looks=("fixed",)),
    q("the root of a signed fix in doubt", take_down("fix-signed"), ask("root-of-fix-signed"), publish_with_reason("fix-signed"),
      looks=("fix-signed",)),
    q("a fix signed", *(sign(name, who, meaning) for name, who, meaning in [
        ("fix-in-review", "second", "medical accuracy"), ("fix-in-review", "doctor", "change"), ("fix-in-review", "doctor", "change"),
        ("fix-in-review", "lawyer", "change"), ("fix-in-review", "second", "second medical review"), ("fresh", "second", "change"),
        ("fix-asked", "second", "change"), ("fixed-lost", "doctor", "change"), ("fixed-lost", "doctor", "medical accuracy")])),
    q("a fix that fell with its change", "select act.revoke({change-of-fixed}, {second}, 'Wrong')", looks=("fixed",)),
    q("a fix that fell with its root", "select act.revoke({fixed_sign_off}, {doctor}, 'Wrong')", looks=("fixed",)),
    q("the draft of a fixed text", SAVE.format(who="writer"), submit("fixed"), submit("fix-in-review"),
      *save("fix-in-review", "body = replace(body, 'maens', 'means')"), submit("fix-in-review"), submit("fix-in-review")),
    *(fix_row(what, **columns) for what, columns in {
        "as it is": {}, "of another root": {"root_id": "{root-of-fixed}"}, "of another": {"of_id": "{root-of-fixed}"}, "of itself": {"of_id": "n.id"},
        "of a fix": {"of_id": "{fixed}", "of_root_id": "{root-of-fixed}"}, "of a root's fix": {"of_root_id": "{root-of-fixed}"},
        "at another address": {"slug": "'x'"}, "under another policy": {"policy_id": "0"}, "of other topics": {"topics": "'[]'::jsonb"},
        "of another digest": {"digest": "'\\x00'"}, "of another root's digest": {"root_digest": "'\\x00'"}, "of another kind": {"kind": "'x'"},
        "that counts no word": {"words_changed": "0"}, "that counts less than none": {"words_changed": "-1"}, "that counts many": {"words_changed": "90"},
        "of a longer text": {"words_of_root": "9000"}, "by nobody": {"by_id": "0"}, "for no reason": {"reason": "' '"}, "twice": {"edition_id": "f.edition_id"},
        "of itself as its root": {"of_id": "n.id", "root_id": "n.id"}, "whose edition is its root": {"root_id": "f.edition_id"},
    }.items()),
    fix_row("of what is hidden", "fixed-lost"),
    fix_row("of another page", of_id="{shown}", of_root_id="f.root_id"),
    fix_row("with other flags than its root", flags="to_jsonb(n.flags)", change=json_of(flags=["other"])),
    fix_row("whose root is a fix", "fixed", of_id="n.id", of_root_id="{fixed}", root_id="{fixed}", root_digest="f.digest",
            change="jsonb_build_object('fix', jsonb_build_object('of', {fixed}, 'root', {fixed}, 'root_digest', '{fixed_digest}', 'root_number', 2))"),
    *(q(f"an edition by hand that is a fix {what}", fix_by_hand("fix-signed", 3, change),
        of_newest(CHANGE.format(who="doctor", meaning="change"), "fix-signed_article"),
        of_newest(CHANGE.format(who="doctor", meaning="medical accuracy"), "fix-signed_article"),
        of_newest("act.publish(e.id, e.digest, {editor}, null, 'By hand')", "fix-signed_article"), looks=("fix-signed",))
      for what, change in {
          "that is not known": "'{{}}'", "of no shape": "'{{\"fix\": 1}}'", "of a root that is none": "jsonb_set(doc(content), '{{fix,root}}', '0')",
          "with a key more": "jsonb_set(doc(content), '{{fix,x}}', '0')", "with a short digest": "jsonb_set(doc(content), '{{fix,root_digest}}', '\"00\"')",
          "that is a statement": "'{{\"kind\": \"statement\"}}'"}.items()),
    *(q(f"a list of words by hand {what}", (OWNER, f"insert into articles_fixword (code, version, name, words, source, note) values ({row}, 'x', '')"))
      for what, row in {
          "as it should be": "'people', 9, 'x', '{{gnu}}'", "of no code": "'X Y', 9, 'x', '{{gnu}}'", "of version nought": "'people', 0, 'x', '{{gnu}}'",
          "without a name": "'people', 9, ' ', '{{gnu}}'", "of signs": "'people', 9, 'x', '{{gnu,-}}'", "of a star": "'people', 9, 'x', '{{*}}'",
          "again": "'people', 1, 'x', '{{gnu}}'", "of an apostrophe": "'people', 9, 'x', '{{''}}'", "of capitals": "'people', 9, 'x', '{{Gnu}}'"}.items()),
    q("a list of words by its number again", (OWNER, "insert into articles_fixword (id, code, version, name, words, source, note) overriding system"
      " value select id, 'x', 9, 'x', words, 'x', '' from articles_fixword limit 1")),
    q("what readers know of fixes", (READER, "select count(*) from articles_fix"), (READER, "select count(*) from articles_fixword"), rows=True),
]  # fmt: skip
SIGNED_BY_HAND = [("reviews_signoff", "id = {change-of-fix-signed}", [
    {"edition_id": "={fix-in-review}"}, {"root_id": 0}, {"root_id": "={root-of-fixed}"}, {"meaning": "medical accuracy"},
    {"edition_id": "={fix-in-review}", "digest": "=(select e.digest from articles_edition e where id = {fix-in-review})",
     "root_id": "={root-of-fixed}"}]),
    ("reviews_basis", "publication_id = {fixed_publication} and on_root", [
    {"publication_id": "={publication}"}, {"sign_off_id": "={change-of-fix-signed}"}, {"root_id": 0}, {"root_id": "={root-of-fix-signed}"},
    {"root_digest": "\\\\x00"}, {"on_root": False},
    {"root_id": "={root-of-fix-signed}", "sign_off_id": "={fix-signed_sign_off}",
     "root_digest": "=(select e.digest from articles_edition e where id = {root-of-fix-signed})"}])]  # fmt: skip
FIXES += [
    one._replace(name=f"{one.name}, of a fix")
    for table, base, changes in SIGNED_BY_HAND for one in (forged(table, base, what) for what in changes)
]  # fmt: skip
