"""Who brokered a truce and who signed it, told in one breath, are kept apart."""

from trucewatch.kits import load_kit
from trucewatch.pipeline import compile_ledger, read_report
from trucewatch.records.text import Article


def test_second_signer_is_no_mediator() -> None:
    text = (
        "JUBA, Oct 13, 2014 (Wire) - The truce was brokered by Ethiopia and signed by the South Sudanese government and the SPLM-IO "
        "on October 5. Clashes in Bentiu killed nine soldiers on Friday."
    )
    article, _, claims = read_report(text.encode(), "story", load_kit(), published="2014-10-13")
    assert isinstance(article, Article)
    (truce,) = compile_ledger([article], claims).truces
    assert [p.value.name for p in truce.mediated_by] == ["Ethiopia"]
    assert len(truce.bound) == 2


def test_bosnia_alone_names_the_country() -> None:
    text = "SARAJEVO, Oct 13, 1995 (Wire) - A 60-day ceasefire across Bosnia came into force on Thursday. Shells killed two soldiers there."
    article, _, claims = read_report(text.encode(), "story", load_kit(), published="1995-10-13")
    assert isinstance(article, Article)
    (truce,) = compile_ledger([article], claims).truces
    assert truce.area is not None and truce.area.value.country == "BA"
