"""How reports tell of the dead and the hurt: nominal, elliptic, named, in parts, denied. Each row is a sentence and its figures."""

from __future__ import annotations

import pytest
from tests.harms import harms_told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fighting around the bridge left an estimated 90 civilians and fighters dead.", [("killed", 90, 90, False)]),
        (
            "Eight clerks, six of them women, were put to death in the yard.",
            [("killed", 8, 8, False), ("killed", 6, 6, True)],
        ),
        ("Two miners were put to the sword near Bria.", [("killed", 2, 2, False)]),
        ("An air strike on a mill has taken the lives of more than fifty people.", [("killed", 51, None, False)]),
        ("Shells that struck the port claimed three lives.", [("killed", 3, 3, False)]),
        ("The war has cost above 9,000 lives.", [("killed", 9001, None, False)]),
        ("A guard and a cook lost their lives.", [("killed", 1, 1, False), ("killed", 1, 1, False)]),
        ("A policeman lost his life when the convoy was hit.", [("killed", 1, 1, False)]),
        ("A soldier and two porters died in the ambush.", [("killed", 1, 1, False), ("killed", 2, 2, False)]),
        ("Six people died and eleven were taken to hospital.", [("killed", 6, 6, False), ("injured", 11, 11, False)]),
        ("At least a dozen were taken to hospital.", [("injured", 12, None, False)]),
        ("Nineteen others were rushed to the district hospital with burns.", [("injured", 19, 19, False)]),
        ("Four villagers were admitted to hospital with gunshot wounds.", [("injured", 4, 4, False)]),
        ("Doctors treated 27 people for shrapnel wounds.", [("injured", 27, 27, False)]),
        ("The shell wounded a family of five.", [("injured", 5, 5, False)]),
        ("A mortar killed a family of six in their kitchen.", [("killed", 6, 6, False)]),
        (
            "Twenty-two of them, including a sergeant, were shot dead at the ford.",
            [("killed", 22, 22, False), ("killed", 1, 1, True)],
        ),
        (
            "Twenty-two of them, including a sergeant, were shot dead at the ford and more than 120 hurt.",
            [("killed", 22, 22, False), ("killed", 1, 1, True), ("injured", 121, None, False)],
        ),
        (
            "The death toll from a truck bombing at the consulate rose to at least six, with more than 100 others wounded.",
            [("killed", 6, None, False), ("injured", 101, None, False)],
        ),
        (
            "The toll from the shelling of Tiwi stands at 11 dead and 30 wounded.",
            [("killed", 11, 11, False), ("injured", 30, 30, False)],
        ),
        (
            "Two dead bodies and more than 40 wounded people had been brought to the clinic.",
            [("killed", 2, 2, False), ("injured", 41, None, False)],
        ),
        ("The clinic received nine bodies and 30 wounded.", [("killed", 9, 9, False), ("injured", 30, 30, False)]),
        ("Seven bodies were pulled from the rubble.", [("killed", 7, 7, False)]),
        ("Medics recovered the remains of four shepherds.", [("killed", 4, 4, False)]),
        (
            "6 sailors were killed; 1 captain and 11 gunners were wounded.",
            [("killed", 6, 6, False), ("injured", 1, 1, False), ("injured", 11, 11, False)],
        ),
        ("Retired Judge Ana Soto Ruiz died on 3 March when she was strafed by guerrillas.", [("killed", 1, 1, False)]),
        ("Town clerk Pedro Alva was seriously wounded in an explosion.", [("injured", 1, 1, False)]),
        ("A blast hurt Mayor Luis Tello.", [("injured", 1, 1, False)]),
        ("Governor Hamid Rasa was wounded by a mine on Tuesday.", [("injured", 1, 1, False)]),
        ("Colonel Ahmad Saleh was killed in the clash.", [("killed", 1, 1, False)]),
        (
            "The bombings killed 40 people in Kano and 10 in Jos.",
            [("killed", 40, 40, False), ("killed", 10, 10, False)],
        ),
        ("No one was hurt.", [("killed", 0, 0, False), ("injured", 0, 0, False)]),
        ("There were no casualties.", [("killed", 0, 0, False), ("injured", 0, 0, False)]),
        ("The raid ended without casualties.", [("killed", 0, 0, False), ("injured", 0, 0, False)]),
        ("There were no injuries or deaths.", [("killed", 0, 0, False), ("injured", 0, 0, False)]),
        ("Nobody was killed or injured.", [("killed", 0, 0, False), ("injured", 0, 0, False)]),
        ("No casualties were reported.", [("killed", 0, 0, False), ("injured", 0, 0, False)]),
        ("There were no fatalities but six were hurt.", [("killed", 0, 0, False), ("injured", 6, 6, False)]),
        ("Nobody died, but four were injured.", [("killed", 0, 0, False), ("injured", 4, 4, False)]),
        ("No soldiers were killed in the exchange.", [("killed", 0, 0, False)]),
        ("There were no reports of casualties.", []),
        ("It was not known whether anyone was hurt.", []),
        ("It was not immediately clear if there were any casualties.", []),
        ("The army said it suffered no losses.", [("killed", 0, 0, False), ("injured", 0, 0, False)]),
        ("All aboard were unharmed.", [("killed", 0, 0, False), ("injured", 0, 0, False)]),
        ("Three people were killed and scores wounded.", [("killed", 3, 3, False), ("injured", 40, None, False)]),
        ("The blast killed at least 14, wounding scores.", [("killed", 14, None, False), ("injured", 40, None, False)]),
        (
            "Casualties: 3 killed in action, 12 wounded in action.",
            [("killed", 3, 3, False), ("injured", 12, 12, False)],
        ),
        ("Casualties: 3 KIA, 12 WIA.", [("killed", 3, 3, False), ("injured", 12, 12, False)]),
        ("Own losses: 2 killed, 5 wounded.", [("killed", 2, 2, False), ("injured", 5, 5, False)]),
        ("The rebels lost 14 fighters.", [("killed", 14, 14, False)]),
        ("The assault cost the brigade 30 men.", [("killed", 30, 30, False)]),
        ("23 people, among them four soldiers, were killed.", [("killed", 23, 23, False), ("killed", 4, 4, True)]),
        ("Of the 23 dead, four were soldiers.", [("killed", 23, 23, False), ("killed", 4, 4, True)]),
        ("Twelve people were killed, three of them children.", [("killed", 12, 12, False), ("killed", 3, 3, True)]),
        ("Twelve people, most of them women and children, were killed.", [("killed", 12, 12, False)]),
        ("A boy of six was killed by a sniper.", [("killed", 1, 1, False)]),
        ("A six-year-old girl was killed by a sniper.", [("killed", 1, 1, False)]),
        ("A 34-year-old teacher and her daughter, 7, were killed.", [("killed", 1, 1, False), ("killed", 1, 1, False)]),
        ("Snipers shot a student dead.", [("killed", 1, 1, False)]),
        ("Gunmen shot and killed three traders.", [("killed", 3, 3, False)]),
        ("Two traders were shot and wounded.", [("injured", 2, 2, False)]),
        ("The strike left six dead.", [("killed", 6, 6, False)]),
        ("The strike, leaving six people dead and as many wounded, lit up the port.", [("killed", 6, 6, False)]),
        ("Up to 40 people may have been killed.", [("killed", None, 40, False)]),
        ("Nearly 60 rebels were killed.", [("killed", None, 60, False)]),
        ("Some 20 rebels were killed.", [("killed", 20, 20, False)]),
        ("Several rebels were killed.", [("killed", 2, None, False)]),
        ("Dozens were killed and hundreds wounded.", [("killed", 24, None, False), ("injured", 200, None, False)]),
        ("Between 15 and 20 farmers were killed.", [("killed", 15, 20, False)]),
        ("Fifteen to twenty farmers were killed.", [("killed", 15, 20, False)]),
        (
            "Five rebels and two soldiers were killed and nine civilians wounded.",
            [("killed", 5, 5, False), ("killed", 2, 2, False), ("injured", 9, 9, False)],
        ),
        ("Seven people died on the spot and two more in hospital.", [("killed", 7, 7, False), ("killed", 2, 2, False)]),
        (
            "Seven people died instantly and an eighth later in hospital.",
            [("killed", 7, 7, False), ("killed", 1, 1, False)],
        ),
        ("Both pilots were killed.", [("killed", 2, 2, False)]),
        ("Both of them were killed.", [("killed", 2, 2, False)]),
        ("Three of the wounded later died.", [("killed", 3, 3, False)]),
        ("One of the wounded died overnight.", [("killed", 1, 1, False)]),
        ("A grenade blast killed one and injured four.", [("killed", 1, 1, False), ("injured", 4, 4, False)]),
        ("Killed were a nurse and two guards.", [("killed", 1, 1, False), ("killed", 2, 2, False)]),
        ("The killing of two aid workers shocked the town.", [("killed", 2, 2, False)]),
        ("The murder of a journalist in Goma was condemned.", [("killed", 1, 1, False)]),
        (
            "A bomb tore through a bus, killing its driver and 11 passengers.",
            [("killed", 1, 1, False), ("killed", 11, 11, False)],
        ),
        ("The shelling killed or wounded 30 people.", [("killed_or_injured", 30, 30, False)]),
        ("The shelling caused 30 casualties.", [("killed_or_injured", 30, 30, False)]),
        ("The army inflicted 200 casualties on the rebels.", [("killed_or_injured", 200, 200, False)]),
        ("At least 30 people have been killed or injured.", [("killed_or_injured", 30, None, False)]),
        ("More than 40 were martyred and 100 wounded.", [("killed", 41, None, False), ("injured", 100, 100, False)]),
        ("Five martyrs fell in the strike.", [("killed", 5, 5, False)]),
        ("Five of our comrades fell as martyrs.", [("killed", 5, 5, False)]),
        ("Six soldiers fell in the battle.", [("killed", 6, 6, False)]),
        ("A mine blew up a truck, killing all four aboard.", [("killed", 4, 4, False)]),
        ("All six crew members were killed.", [("killed", 6, 6, False)]),
        ("The four occupants of the car died.", [("killed", 4, 4, False)]),
        ("Three civilians were executed by firing squad.", [("killed", 3, 3, False)]),
        ("Ten hostages were beheaded.", [("killed", 10, 10, False)]),
        ("The bodies of 17 men were dumped beside the road.", [("killed", 17, 17, False)]),
        ("Police found 17 bodies.", [("killed", 17, 17, False)]),
        ("Police found the bullet-riddled bodies of two farmers.", [("killed", 2, 2, False)]),
        (
            "The army said it had killed 30 militants and captured five.",
            [("killed", 30, 30, False), ("captured", 5, 5, False)],
        ),
        ("Thirty militants were eliminated and 12 arrested.", [("killed", 30, 30, False), ("captured", 12, 12, False)]),
        ("Guerrillas abducted eight teachers and killed one.", [("abducted", 8, 8, False), ("killed", 1, 1, False)]),
    ],
)
def test_harm_told(text: str, expected: list[tuple[str, int | None, int | None, bool]]) -> None:
    told = [(h.verb, h.count.value.low, h.count.value.high, h.part_of is not None) for h in harms_told(text)]
    assert told == expected


def test_a_part_names_the_whole_it_belongs_to() -> None:
    (part, whole) = harms_told("Two children were among the nine dead.")
    assert (part.part_of, whole.part_of) == ("the nine", None)


def test_a_part_of_dead_not_counted_here_is_a_part_all_the_same() -> None:
    (part,) = harms_told("Among the dead were two children.")
    assert part.part_of is not None
