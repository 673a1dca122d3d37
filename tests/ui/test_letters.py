import email
from email.policy import default
from urllib.parse import parse_qs, urlsplit

from drafter.models import Draft, Sender
from drafter.ui.letters import MAILTO_LIMIT, file_name, mailto
from drafter.writing.mail import mail_file

DRAFT = Draft(subject="Grüße & a question", message="Hi Ines,\n\n“140 gauges” – how?\n\nMaya")


def test_a_mail_file_is_unsent_and_reads_back() -> None:
    data = mail_file(DRAFT, sender=Sender(name="Maya", email="maya@example.org"), to="ines@example.org")
    read = email.message_from_bytes(data, policy=default)
    assert read["X-Unsent"] == "1"
    assert read["Subject"] == DRAFT.subject
    assert read["To"] == "ines@example.org"
    assert read["From"] == "Maya <maya@example.org>"
    assert read.get_content().replace("\r\n", "\n").strip() == DRAFT.message


def test_a_subject_with_a_line_break_cannot_add_headers() -> None:
    data = mail_file(
        DRAFT.model_copy(update={"subject": "Hello\nBcc: all@example.org"}), sender=None, to="a@example.org\nX: y"
    )
    read = email.message_from_bytes(data, policy=default)
    assert read["Bcc"] is None
    assert read["X"] is None


def test_mailto_carries_the_text_and_gives_up_where_it_would_be_cut() -> None:
    link = mailto(DRAFT, to="ines@example.org")
    assert link is not None
    parts = urlsplit(link)
    assert parts.path == "ines@example.org"
    assert parse_qs(parts.query)["body"] == [DRAFT.message.replace("\n", "\r\n")]
    assert mailto(Draft(message="word " * MAILTO_LIMIT), to=None) is None


def test_a_name_makes_a_safe_file_name() -> None:
    assert file_name("Ines / Okafor", ".eml") == "Ines---Okafor.eml"
    assert file_name("../..", ".eml") == "draft.eml"
