"""Acts of violence as a monitor would enter them: type, place, day and the dead, from short reports of many wars.

Each story gives the acts that must be read: accepted types, a name its place must hold, its day, the least number killed.
``|`` separates accepted values. The second list was written before the first reading of it.
"""

from __future__ import annotations

import pytest

from trucewatch.extraction.incidents import incident_claims
from trucewatch.kits import load_kit
from trucewatch.marking import mark
from trucewatch.reading import read_article
from trucewatch.records.claim import Grain, IncidentClaim
from trucewatch.records.text import Article

Act = tuple[str, str, str, int | None]
_KIT = load_kit()
_TYPES = {
    "battle": "Battles",
    "explosion": "Explosions/Remote violence",
    "vac": "Violence against civilians",
    "protest": "Protests",
    "riot": "Riots",
    "strategic": "Strategic developments",
}

STORIES: list[tuple[str, str, list[Act]]] = [
    (
        (
            "BAMAKO, Mali -- Rebels and soldiers fought in Gao on Friday, residents said.\n\nThe army accused the rebels of "
            "breaking the truce by shelling a checkpoint. A rebel spokesman said soldiers had opened fire first."
        ),
        "2023-06-24",
        [("battle", "Gao", "2023-06-23", None), ("explosion", "Gao", "2023-06-23|2023-06-24", None)],
    ),
    (
        (
            "BAMAKO, Mali -- Fighting between rebels and soldiers raged in Gao on Friday, with jets bombing Ansongo. "
            "Rebels killed three soldiers in Kidal on Thursday and captured two. Insurgents fired at a road near Mopti on Friday."
        ),
        "2023-06-24",
        [
            ("battle", "Gao", "2023-06-23", None),
            ("explosion", "Ansongo", "2023-06-23", None),
            ("battle", "Kidal", "2023-06-22", 3),
            ("vac", "Mopti", "2023-06-23", None),
        ],
    ),
    (
        (
            "NAIROBI, Kenya -- Rebels and soldiers fought near Garowe on Friday, residents said. A trader was robbed by men in "
            "uniform in Bosaso on Friday. In Qardho, houses were burning on Saturday."
        ),
        "2023-06-24",
        [
            ("battle", "Garowe", "2023-06-23", None),
            ("strategic", "Bosaso", "2023-06-23", None),
            ("strategic", "Qardho", "2023-06-24", None),
        ],
    ),
    (
        (
            "JUBA, South Sudan -- Fighting between rebels and government troops entered its third day on Friday in Malakal. "
            "A convoy came under fire near Bor on Friday. Jets dropped six bombs on Yambio on Thursday."
        ),
        "2023-06-24",
        [
            ("battle", "Malakal", "2023-06-23", None),
            ("vac|battle", "Bor", "2023-06-23", None),
            ("explosion", "Yambio", "2023-06-22", None),
        ],
    ),
    (
        (
            "NIAMEY, Niger (AP) -- Gunmen on motorbikes stormed a village near the border with Mali late "
            "Sunday, killing at least 22 people and burning granaries, the interior ministry said Monday. "
            "The attackers fled toward Mali."
        ),
        "2021-08-17",
        [("vac|battle", "border|Niger", "2021-08-15", 22)],
    ),
    (
        (
            "Two car bombs exploded minutes apart in central Baquba on Thursday, killing nine people and "
            "wounding 31, police and hospital sources said. No group claimed responsibility. In a separate "
            "incident, gunmen shot dead a judge in Kirkuk, Iraq."
        ),
        "2013-06-14",
        [("explosion", "Baquba", "2013-06-13", 9), ("vac", "Kirkuk", "2013-06-13|2013-06-14", None)],
    ),
    (
        (
            "BOGOTA, 12 MAR 90 (EFE) -- [TEXT] GUERRILLAS OF THE NATIONAL LIBERATION ARMY [ELN] DYNAMITED A "
            "LENGTH OF OIL PIPELINE IN ARAUCA, ARMY SOURCES REPORTED TODAY. IN A "
            "SEPARATE ACTION, FOUR POLICEMEN WERE KILLED YESTERDAY IN AN AMBUSH NEAR SARAVENA."
        ),
        "1990-03-12",
        [("explosion", "ARAUCA", "1990-03-12", None), ("battle", "SARAVENA", "1990-03-11", 4)],
    ),
    (
        (
            "Statement by the President on the Attack in Jakarta. I condemn the bombing of a hotel in "
            "Jakarta this morning, which killed eight people and injured dozens. The United States stands "
            "with the people of Indonesia. We will not be deterred by terrorism."
        ),
        "2009-07-17",
        [("explosion", "Jakarta", "2009-07-17", 8)],
    ),
    (
        (
            "The Myanmar army shelled a camp for displaced people near Laiza in Kachin state on Monday "
            "night, killing 29 people, including 13 children, the Kachin Independence Army said. The junta "
            "denied it had carried out the attack."
        ),
        "2023-10-10",
        [("explosion", "Laiza", "2023-10-09", 29)],
    ),
    (
        (
            "Ukrainian drones struck an oil depot in the Russian region of Krasnodar overnight, and Russian "
            "missiles hit an apartment block in Kharkiv, killing three residents, officials on both sides "
            "said on Friday."
        ),
        "2024-03-22",
        [
            ("explosion", "Krasnodar", "2024-03-21|2024-03-22", None),
            ("explosion", "Kharkiv", "2024-03-21|2024-03-22", 3),
        ],
    ),
    (
        (
            "Clashes between the Sudanese army and the paramilitary Rapid Support Forces erupted in El "
            "Fasher on 10 May and have killed at least 85 people, Doctors Without Borders said. A shell "
            "fell on a house in the Salam neighbourhood on Saturday; no one was hurt."
        ),
        "2024-05-20",
        [("battle", "El Fasher", "2024-05-10", None), ("explosion", "Salam neighbourhood|El Fasher", "2024-05-18", 0)],
    ),
    (
        (
            "The Coalition conducted four airstrikes near Fallujah, Iraq, on March 3. The strikes destroyed "
            "two ISIL vehicles and a mortar system."
        ),
        "2016-03-04",
        [("explosion", "Fallujah", "2016-03-03", None)],
    ),
    (
        (
            "Suspected Boko Haram fighters abducted more than 100 girls from a school in Dapchi, in "
            "Nigeria's Yobe state, on 19 February, the governor said."
        ),
        "2018-02-25",
        [("vac", "Dapchi", "2018-02-19", None)],
    ),
    (
        (
            "Israeli troops shot dead a Palestinian teenager during a raid in Jenin early Thursday, the "
            "Palestinian health ministry said. The Israeli army said soldiers had come under fire."
        ),
        "2022-04-14",
        [("battle|vac", "Jenin", "2022-04-14", 1)],
    ),
    (
        (
            "A suicide bomber blew himself up outside a mosque in Peshawar, Pakistan, during Friday "
            "prayers, killing 57 worshippers and wounding nearly 200."
        ),
        "2022-03-05",
        [("explosion", "Peshawar", "2022-03-04", 57)],
    ),
    (
        (
            "The mayor of Sincelejo, Carlos Pena Ruiz, was assassinated on 5 July by unidentified gunmen as "
            "he left his office, the Colombian radio reported."
        ),
        "1989-07-06",
        [("vac", "Sincelejo", "1989-07-05", 1)],
    ),
    (
        (
            "Armenia accused Azerbaijan on Tuesday of violating the ceasefire by shelling positions near "
            "the town of Goris. Azerbaijan denied the claim and said its soldiers had been fired on."
        ),
        "2021-11-17",
        [("explosion", "Goris", "2021-11-16", None)],
    ),
    (
        (
            "Rebels of the M23 captured the town of Bunagana in eastern Congo on Monday after two days of "
            "fighting with the army, residents said. Thousands of people fled to Uganda."
        ),
        "2022-06-14",
        [("battle", "Bunagana", "2022-06-13", None)],
    ),
    (
        (
            "A roadside bomb killed three UN peacekeepers from Guinea and wounded five others when it hit "
            "their convoy between Tessalit and Gao in northern Mali."
        ),
        "2022-06-03",
        [("explosion", "Tessalit|Gao|northern Mali", "2022-06-03", 3)],
    ),
    (
        (
            "At least 12 protesters were killed on Saturday when security forces opened fire on "
            "demonstrators in Mandalay, Myanmar, witnesses said."
        ),
        "2021-03-15",
        [("vac|protest|riot", "Mandalay", "2021-03-13", 12)],
    ),
    (
        (
            "Philippine marines killed five Abu Sayyaf militants in a gun battle on the island of Jolo on "
            "Sunday, the military said. One marine died."
        ),
        "2019-07-01",
        [("battle", "Jolo", "2019-06-30", None)],
    ),
    (
        (
            "IRA gunmen ambushed a police patrol in Lurgan, Northern Ireland, on 16 June, killing two "
            "officers, and a bomb was defused in Belfast."
        ),
        "1997-06-17",
        [("battle", "Lurgan", "1997-06-16", 2)],
    ),
    (
        (
            "Tamil Tiger rebels attacked an army camp at Mullaitivu in Sri Lanka's north before dawn on "
            "Thursday, the defence ministry said, adding that 40 rebels and 12 soldiers died."
        ),
        "1996-07-19",
        [("battle", "Mullaitivu", "1996-07-18", None)],
    ),
    (
        (
            "Serb artillery pounded Sarajevo for a third day on Friday. Mortar shells landed in a market, "
            "killing 37 people, U.N. officials said."
        ),
        "1995-08-28",
        [("explosion", "Sarajevo", "1995-08-25", 37)],
    ),
    (
        (
            "Two nuns were kidnapped in the Honduran capital, Tegucigalpa, on Monday night by armed men who "
            "said they belonged to the Cinchonero guerrillas."
        ),
        "1988-09-14",
        [("vac", "Tegucigalpa", "1988-09-12", None)],
    ),
    (
        (
            "Al-Shabaab fighters overran an African Union base at El Baraf, Somalia, at dawn on May 3. "
            "Burundi said 10 of its soldiers were killed and 25 wounded; the group claimed to have killed "
            "173."
        ),
        "2022-05-05",
        [("battle", "El Baraf", "2022-05-03", None)],
    ),
    (
        (
            "Thai and Cambodian soldiers exchanged fire near the Preah Vihear temple on Friday, leaving two "
            "dead, each side blaming the other."
        ),
        "2011-02-05",
        [("battle", "Preah Vihear", "2011-02-04", 2)],
    ),
    (
        (
            "A Turkish soldier was killed when a mine exploded in the southeastern province of Hakkari, "
            "Turkish security sources said on Wednesday."
        ),
        "2012-09-05",
        [("explosion", "Hakkari", "2012-09-05", 1)],
    ),
    (
        (
            "U.S. Central Command forces conducted a strike near Idlib, Syria, on Sept. 20 that killed a "
            "senior leader of Hurras al-Din, the command said."
        ),
        "2024-09-24",
        [("explosion", "Idlib", "2024-09-20", 1)],
    ),
    (
        (
            "TEGUCIGALPA, 3 MAY 88 (ACAN-EFE) -- [TEXT] CONTRA REBELS BURNED THREE TRUCKS AND KIDNAPPED 11 "
            "PEASANTS IN JALAPA, NICARAGUA, ON 1 MAY, THE NICARAGUAN DEFENSE MINISTRY SAID TODAY."
        ),
        "1988-05-03",
        [("vac", "JALAPA", "1988-05-01", None)],
    ),
]

LONGER: list[tuple[str, str, list[Act]]] = [
    (
        (
            "Statement by National Security Advisor on Iran's Attack Against Israel\n\nLast night, Iran "
            "launched more than 300 drones and missiles at targets in Israel. With the support of U.S. "
            "forces, Israel intercepted nearly all of them. A seven-year-old girl was injured. We condemn "
            "this reckless attack and reaffirm our commitment to the security of Israel. The President has "
            "spoken with the Prime Minister and will convene the G7 to coordinate a diplomatic response."
        ),
        "2024-04-14",
        [("explosion", "Israel", "2024-04-13", None)],
    ),
    (
        (
            "UK condemns attacks in Sanaa\n\nThe Foreign Secretary has condemned the terrorist attacks on two "
            'mosques in Sanaa on Friday in which at least 137 people died. He said: "I utterly condemn '
            "these abhorrent attacks. My thoughts are with the families of those killed and injured. It is "
            'vital that all sides return to talks and abide by the ceasefire."\n'
        ),
        "2015-03-22",
        [("vac|explosion", "Sanaa", "2015-03-20", 137)],
    ),
    (
        (
            "BAGHDAD (Reuters) - A suicide car bomber attacked an army checkpoint in the Iraqi city of "
            "Tikrit on Monday, killing six soldiers, police said.\n\nHours later a mortar round landed on a "
            "house in Hawija, 70 km to the northeast, killing a woman and her two sons.\n\nViolence has eased "
            "since 2017, when Iraq declared victory over Islamic State, which seized a third of the country "
            "in 2014 and killed thousands."
        ),
        "2019-03-05",
        [("explosion", "Tikrit", "2019-03-04", 6), ("explosion", "Hawija", "2019-03-04", 1)],
    ),
    (
        (
            "KABUL, Afghanistan (AP) _ Taliban fighters attacked a checkpoint in northern Kunduz province "
            "overnight, killing 10 Afghan soldiers, a provincial council member said Wednesday.\n\nThe "
            "Taliban claimed responsibility for the attack. Four insurgents were also killed in the "
            "firefight, which lasted two hours, said Ghulam Rabani.\n\nIn eastern Ghazni province, a roadside "
            "bomb hit a minivan, killing eight civilians, including two children. No one has claimed that "
            "bombing.\n\nU.S. envoy Zalmay Khalilzad is in Doha for talks aimed at reviving peace "
            "negotiations."
        ),
        "2020-01-29",
        [("battle", "Kunduz", "2020-01-28|2020-01-29", 10), ("explosion", "Ghazni", "2020-01-29|2020-01-28", 8)],
    ),
    (
        (
            "Syria conflict: Rebels shell Aleppo as army advances\n\nRebels fired rockets into "
            "government-held districts of Aleppo on Thursday, killing at least 12 people, state news agency "
            "Sana reported. The Syrian Observatory for Human Rights put the toll at 15. The army, backed by "
            "Russian air strikes, has advanced on the eastern side of the city and on Wednesday took the "
            "Hanano district.\n\nAn air strike on a school in the village of Hass killed 22 children last "
            "month."
        ),
        "2016-11-25",
        [("explosion", "Aleppo", "2016-11-24", 12), ("battle", "Hanano", "2016-11-23", None)],
    ),
    (
        (
            "MANILA: Soldiers clashed with communist guerrillas in the hinterlands of Negros Oriental on "
            "Saturday, leaving six rebels and one soldier dead, the army said. Troops recovered four "
            "rifles. The New People's Army ended a Christmas truce on January 7."
        ),
        "2019-01-14",
        [("battle", "Negros Oriental", "2019-01-12", None)],
    ),
    (
        (
            "JERUSALEM -- A Palestinian gunman opened fire at a bus stop outside the Ofra settlement in the "
            "West Bank Sunday night, wounding seven Israelis, and soldiers later shot and killed a "
            "Palestinian near Hebron, the military said. Rockets fired from Gaza landed in open fields; "
            "there were no injuries."
        ),
        "2018-12-10",
        [
            ("vac", "Ofra|West Bank", "2018-12-09", None),
            ("vac|battle", "Hebron", "2018-12-09", 1),
            ("explosion", "Gaza|field|Hebron|West Bank", "2018-12-09|2018-12-10", None),
        ],
    ),
    (
        (
            "NAIROBI, June 3 (Xinhua) -- Four people were killed and three others injured on Thursday when "
            "their vehicle ran over a landmine planted by suspected al-Shabaab militants in Mandera County, "
            'police said. "The attackers opened fire on the survivors before escaping across the border," a '
            "police commander said."
        ),
        "2021-06-03",
        [("explosion", "Mandera", "2021-06-03", 4)],
    ),
    (
        (
            "Mali: coup soldiers detain president\n\nMutinous soldiers arrested President Ibrahim Boubacar "
            "Keita in Bamako on Tuesday after gunfire rang out at the Kati military base outside the "
            "capital. Crowds celebrated in the streets."
        ),
        "2020-08-19",
        [("strategic", "Bamako", "2020-08-18", None)],
    ),
    (
        (
            "COLOMBO (AFP) - Sri Lankan warplanes bombed a Tamil Tiger base in the northern jungles of "
            "Mullaittivu Wednesday, while ground troops fought their way to within five kilometres of "
            "Kilinochchi, the defence ministry said. The pro-rebel Tamilnet website said two civilians were "
            "killed in the air raid."
        ),
        "2008-10-16",
        [("explosion", "Mullaittivu", "2008-10-15", 2), ("battle", "Kilinochchi", "2008-10-15|2008-10-16", None)],
    ),
    (
        (
            "GROZNY, Russia (AP) - Chechen fighters ambushed a Russian convoy near Serzhen-Yurt, killing 15 "
            "soldiers and wounding 28, the Interfax news agency reported Wednesday. Federal artillery "
            "shelled suspected rebel positions in the Argun gorge. The two sides had agreed on a cease-fire "
            "last month."
        ),
        "2000-04-26",
        [("battle", "Serzhen-Yurt", "2000-04-26", 15), ("explosion", "Argun", "2000-04-26", None)],
    ),
    (
        (
            "LIMA, 9 JUN 89 (AFP) -- [TEXT] SHINING PATH MEMBERS ON THURSDAY NIGHT BLEW UP THREE "
            "HIGH-TENSION TOWERS IN HUANCAVELICA DEPARTMENT, LEAVING SEVERAL CITIES WITHOUT ELECTRICITY, "
            "POLICE REPORTED TODAY. IN AYACUCHO, ARMED MEN KILLED THE MAYOR OF VINCHOS, PEDRO ROJAS, AND "
            "HIS WIFE."
        ),
        "1989-06-09",
        [("explosion", "HUANCAVELICA", "1989-06-08", None), ("vac", "AYACUCHO|VINCHOS", "1989-06-08|1989-06-09", None)],
    ),
    (
        (
            "KHARTOUM: Eleven people died and 40 were wounded in tribal fighting in West Darfur's El "
            "Geneina, a doctors' committee said on Monday. The clashes between Arab nomads and the Masalit "
            "began on Saturday after two men were shot. The governor declared a curfew."
        ),
        "2021-01-18",
        [("battle", "El Geneina", "2021-01-16|2021-01-18", 11)],
    ),
    (
        (
            "DONETSK — Shelling of the rebel-held city of Donetsk killed two residents on Sunday, the "
            "separatist authorities said, while Ukraine's military reported that three of its soldiers had "
            "been killed and seven wounded in the past 24 hours. OSCE monitors recorded 200 explosions near "
            "Avdiivka."
        ),
        "2015-08-17",
        [("explosion", "Donetsk", "2015-08-16", 2)],
    ),
    (
        (
            "Nigeria: Gunmen seize travellers on Kaduna highway\n\nGunmen kidnapped at least 20 travellers on "
            "the Kaduna-Abuja highway in northwest Nigeria on Sunday evening and killed a former "
            "politician, police said on Monday. It was the third such attack in a month."
        ),
        "2021-11-22",
        [("vac", "Kaduna", "2021-11-21", None)],
    ),
]


def _claims(text: str, published: str) -> list[IncidentClaim]:
    article = read_article(text.encode(), "story", published=published)
    assert isinstance(article, Article)
    reading = mark(article, _KIT.model, _KIT.gazetteer, _KIT.tables)
    return [c for c in incident_claims(reading) if c.grain is not Grain.BACKGROUND]


def _is(claim: IncidentClaim, act: Act) -> bool:
    kinds, places, days, killed = act
    if claim.event.value not in {_TYPES[k] for k in kinds.split("|")} or claim.place is None or claim.when is None:
        return False
    name, start = claim.place.value.name.lower(), claim.when.value.start
    figures = [h.count.value.low for h in claim.harms if h.verb == "killed"]
    return (
        any(p.lower() in name for p in places.split("|"))
        and start is not None
        and start.date().isoformat() in days.split("|")
        and (killed is None or killed in figures)
    )


@pytest.mark.parametrize(
    ("text", "published", "acts"), [*STORIES, *LONGER], ids=lambda v: v[:40] if isinstance(v, str) else None
)
def test_the_acts_of_a_story_are_read(text: str, published: str, acts: list[Act]) -> None:
    claims = _claims(text, published)
    for act in acts:
        assert any(_is(claim, act) for claim in claims), (act, claims)
    assert len(claims) <= len(acts) + 2


# Crime, accidents, history, plans and figures of speech: written after the rules, no rule is mended against them.
NOTHING = [
    "Two men robbed a petrol station in Leeds on Monday and fled with 300 pounds. Police arrested a suspect on Tuesday.",
    "A lorry hit a bus near Ankara on Sunday, killing nine people and injuring 30, officials said.",
    "The battle for the title went on as United attacked from the start and struck twice before half-time.",
    "The army will hold exercises near Lublin next month; live ammunition may be fired, the ministry said.",
    "A gas explosion in a block of flats in Lyon killed two people on Friday, firefighters said.",
    "The museum tells how the town was shelled in 1916 and how its church was destroyed.",
    "A jury convicted a man of the murder of his wife in 2009 and he was jailed for life.",
    "Shares fell after the company fired its chief executive, who had been under attack from investors.",
    "The film follows a sniper who is captured by rebels in an unnamed country; it opens in cinemas on Friday.",
    "An earthquake struck the coast of Chile on Tuesday, destroying houses and killing at least 12 people.",
    "Opposition leaders attacked the budget and accused the minister of waging war on the poor.",
    "A shark attacked a surfer off Perth on Saturday. He was taken to hospital with leg wounds.",
    "Doctors are fighting an outbreak of cholera that has killed 40 people since March.",
    "The heavyweight champion was knocked down in the fourth round and stopped in the ninth.",
    "Veterans marched through the city to mark the anniversary of the landing.",
    "Police seized 40 kilos of cocaine in a raid on a flat in Lisbon and detained three people.",
    "A boiler blast at a sugar mill in Cebu killed four workers, the owner said.",
    "The airline and its pilots agreed on a truce in their pay war until the summer.",
    "A man was stabbed to death outside a bar in Glasgow early on Sunday; a woman has been charged.",
    "The storm hit the islands overnight and damaged 200 homes; no one was hurt.",
    "The general is writing a book on the art of the ambush.",
    "A bear killed a hiker in the mountains near Brasov on Tuesday, rescuers said.",
    "Students protested against higher fees outside the university on Thursday.",
    "The minister defended the purchase of 12 fighter jets and said they would deter any attack.",
    "A train struck a car at a crossing near Parma; the driver died.",
    "Hackers attacked the bank's servers and demanded a ransom.",
    "The fire destroyed a warehouse in Hamburg; its cause is not known.",
    "Gunmen of the wild west are the subject of a show that runs until June.",
    "He shot 68 to take the lead, two strokes ahead of the field.",
    "The play ends with the siege of a city that never was.",
]


def test_reports_of_no_conflict_tell_of_no_act() -> None:
    made = [text for text in NOTHING if _claims(text, "2019-06-14")]
    assert len(NOTHING) >= 30
    assert made == []
