"""What a question of the battery is, and how its statements say an act."""

from typing import NamedTuple

from tests.battery_scene import APP

LOOK = ("shown", "signed", "half", "revoked", "unsigned", "fresh")


class Question(NamedTuple):
    name: str
    steps: list  # (role, statement); each is tried, also after one that was refused
    looks: tuple = LOOK  # the texts at which readers look afterwards
    may_show: bool = False  # whether it is meant to put a text up
    rows: bool = False  # its answer is the rows of its last step

    def __str__(self):
        return self.name

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        return self.name == other.name


def q(name, *steps, looks=(), may_show=False, rows=False):
    pairs = [step if isinstance(step, tuple) else (APP, step) for step in steps]
    return Question(name, pairs, (*LOOK, *looks), may_show, rows)


# How acts are said ---------------------------------------------------------------------------------------------------------

SAVE = "select set_config('signed_leaf.person', '{{{who}}}', true)"
SUBMIT = "select act.submit({{{name}_article}}, gate.draft_digest({{{name}_article}}), {{{by}}})"
OF_NEXT = "(select {column} from articles_edition where article_id = {{{name}_article}} and number = {number})"


def save(name, change, who="writer"):
    return [SAVE.format(who=who), f"update articles_article set {change} where id = {{{name}_article}}"]


def submit(name, by="writer"):
    return SUBMIT.format(name=name, by=by)


def next_of(name, number=2):
    """The number in the database and the digest of a text's second edition, or a later one."""
    return tuple(OF_NEXT.format(name=name, column=column, number=number) for column in ("id", "digest"))


def sign_next(name, who, meaning="medical accuracy", number=2):
    edition, digest = next_of(name, number)
    return (
        f"select act.sign_off({edition}, {digest}, {{{who}}}, decode('{{{who}_secret}}', 'hex'), '{meaning}', 'None')"
    )


def publish_next(name, number=2, starts="null"):
    edition, digest = next_of(name, number)
    return f"select act.publish({edition}, {digest}, {{editor}}, {starts}, 'Why not')"


def publish_with_reason(name, starts="null"):
    return f"select act.publish({{{name}}}, decode('{{{name}_digest}}', 'hex'), {{editor}}, {starts}, 'The battery')"


def refuse(name, who="second", secret=None):
    return (
        f"select act.refuse_article({{{name}}}, decode('{{{name}_digest}}', 'hex'), {{{who}}},"
        f" decode('{{{secret or who}_secret}}', 'hex'), 'Unfit')"
    )


def ask(name, who="second", digest=None):
    return f"select act.request_changes({{{name}}}, decode('{digest or f'{{{name}_digest}}'}', 'hex'), {{{who}}}, 'Numbers')"


def lift(verdict, who, reason="Read again"):
    return f"select act.lift_refusal({verdict}, {{{who}}}, decode('{{{who}_secret}}', 'hex'), '{reason}')"


def take_down(name, kind="taken down", reason="Wrong"):
    return f"select act.take_down({{{name}_article}}, '{kind}', {{editor}}, '{reason}')"


def tier(name, policy, who="editor", proof="null"):
    return f"select act.choose_tier({{{name}_article}}, '{policy}', {{{who}}}, {proof}, 'Because')"


def register(who, officer="officer", specialties="array['safety']", days=30, qualification="physician"):
    return (
        f"select act.register_credential({{{who}}}, 'A', 'B', '{qualification}', 'C', 'D', {specialties},"
        f" clock_timestamp() + interval '{days} days', {{{officer}}}, decode('{{{officer}_secret}}', 'hex'))"
    )


def verify(credential, officer="officer", days=30):
    return (
        f"select act.verify_credential({credential}, clock_timestamp() + interval '{days} days', {{{officer}}},"
        f" decode('{{{officer}_secret}}', 'hex'))"
    )


def enrol(who, old="null", officer="null", proof="null"):
    return f"select act.enrol_secret({who}, '\\x00112233445566778899aabbccddeeff', sha256('new'), {old}, {officer}, {proof})"
