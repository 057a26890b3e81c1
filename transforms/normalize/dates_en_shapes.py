"""The forms of an English date, each a pattern with names in <angle brackets> for the words of en/dates.yml.

The first word of a form's name tells which reader of `dates_en_days.py` or `dates_en_spans.py` builds its date.
"""

FORMS = {
    "ymd": r"(?<!\d)(?<!\d[-./])(?P<y><year>)(?P<s>[-./ ])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d><number>)(?!\d)",
    "ymd compact": r"(?<!\d)(?P<y>19\d\d|20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)",
    "mdy": r"(?<![\d./])(?P<a>\d\d?)(?P<s>[-./])(?P<b>\d\d?)(?:(?P=s)|, ?)(?P<y><year>|\d\d)(?![\d/]|-\d\d?(?![\d/]))",
    "md": (
        r"(?<![\d.$€£/])(?<!\d-)(?P<a>\d\d?)(?:/|(?<=on \d)-|(?<=on \d\d)-)(?P<b>\d\d?)(?![\w/%]|\.\d|-(?!\d\d?/)|,"
        r"\d| ?(?:<unit>|percent|am|pm|a\.m|p\.m))"
    ),
    "md dotted": r"(?<=on )(?P<a>\d\d?)\.(?P<b>\d\d?)(?![\d/.%-])",
    "ym": r"(?<![\d./-])(?P<y><year>) ?[-./] ?(?P<m>0?[1-9]|1[0-2])(?![\d/-])",
    "ym reversed": r"(?<![\d./-])(?P<m>0?[1-9]|1[0-2]) ?[-/] ?(?P<y><year>)(?![\d/-])",
    "ymonthd": r"(?P<y><year>)[-/ ](?P<month><months>)[-/ ](?P<d><number>)(?!\d)",
    "ydmonth": r"(?P<y><year>)[-/](?P<d><number>)[-/](?P<month><months>)\b",
    "monthyd": r"(?P<month><months>)[-/](?P<y><year>)[-/](?P<d><number>)(?!\d)",
    "date month": (
        r"(?:(?P<w><weekday>),? (?:the )?)?(?P<month><months>)(?:[.,]{0,2} ?|[-/]| )(?:the )?(?P<d><day>)(?![\d:]|,"
        r"\d|(?: ?[-–] ?\d\d?)?(?: ?[ap]\.?m\b)| (?:million|billion|percent))(?:<yearafter>| (?P<move><directions>) "
        r"year)?(?:,? (?P<v><weekday>))?"
    ),
    "date day": (
        r"(?:(?P<w><weekday>),? )?(?:the )?(?P<d><day>)(?:\. ?|[-/]| of | day of | )?(?P<month><months>)\b\.?(?:<yea"
        r"rafter>| (?P<move><directions>) year)?"
    ),
    "days of": (
        r"(?:from |between )?(?:the )?(?P<d><day>) ?(?:[-–]|to|and|through|thru|until|till) ?(?:the )?(?P<e><day>)(?"
        r": of)? (?P<month><months>)\b<yearafter>?"
    ),
    "days month": (
        r"(?P<month><months>)\.? (?P<between>between )?(?:the )?(?P<d><day>) ?(?P<join>[-–]|to|through|thru|and) ?(?"
        r":the )?(?P<e><day>)(?![\d:%]|,\d| ?[ap]\.?m\b)<yearafter>?"
    ),
    "days this": (
        r"(?:from|between) (?:the )?(?P<d><day>) (?:to|and|through) (?:the )?(?P<e><day>) (?:of )?(?P<direction><dir"
        r"ections>) month"
    ),
    "days until": (
        r"from (?:the )?(?P<d><day>) (?:to|until|till|through) (?P<month><months>)\.? (?:the )?(?P<e><day>)<yearafte"
        r"r>?"
    ),
    "months year": r"(?P<month><months>) ?[-–] ?(?P<until><months>)(?:,? (?P<y><year>))?(?!\w)",
    "month year": (
        r"(?P<month><months>)(?:[.,]? (?:of |in |the )?|[-/,])(?P<y><year>|<yearwords>|['’]\d\d|[3-9]\d(?= ?[.,]?$))"
        r"(?!\d|-\d)"
    ),
    "month after": r"(?P<y><year>|<yearwords>)[ -](?P<month><months>)\b",
    "month direction": (
        r"(?:(?P<direction><directions>) )?(?P<month><months>)(?:(?: of)? (?P<move><directions>) (?:year|yr))?(?![\w"
        r"-])"
    ),
    "weekday": (
        r"(?:(?P<direction><directions>) )?(?P<weekday><weekdays>)\b\.?(?:,? (?:the )?(?P<d><day>)(?![\d:-]| ?[ap]\."
        r"?m|\.\d))?"
    ),
    "weekday week": r"(?P<weekday><weekdays>)\.? (?:of |from |in )?(?P<direction><directions>) week",
    "week weekday": r"(?P<direction><directions>) week(?: -| on|,)? (?P<weekday><weekdays>)\b",
    "weekday after": r"(?P<weekday><weekdays>) after next",
    "unit after": r"(?:the )?(?P<period>week|weekend|month|year) after (?:the )?next",
    "unit": r"(?P<direction><directions>) (?P<period><periods>)\b",
    "unit now": r"(?:the )?(?P<period>weekend)|(?:for |of |by |in |this )?the (?P<now>month)(?=[ ]*(?:[.,;!?]|$))",
    "days": r"(?P<days><days>)",
    "nth": (
        r"(?:the )?(?P<nth><ordinal>|last)(?P<last>[ -]last)? (?P<of><weekdays>|week|weekend|day)(?: evening| mornin"
        r"g| afternoon)?(?: (?:of|in))? (?:the )?(?P<whole>(?P<direction><directions>) (?P<period>month|year)|(?:mon"
        r"th|year)|(?P<month><months>)(?:,? (?P<y><year>))?|(?P<bare><year>))\b"
    ),
    "nth alone": r"(?:the )?(?P<nth><ordinal>) (?P<of><weekdays>)\b",
    "day of": r"(?:the )?(?P<d><day>)(?: of)? (?P<direction><directions>) month",
    "day alone": (
        r"(?P<the>the )?(?P<d>\d\d?(?:st|nd|rd|th)(?=[ ]*(?:[.,;!?]|$)| and | or | to | -)|(?:<ordinal>|[12]?\d|thir"
        r"ty)(?=[ ]*[.!?]?$))"
    ),
    "week of": r"(?:the )?(?P<week>week|weekend) (?:of|commencing|starting|beginning)(?: on)? (?:the )?",
    "quarter": r"(?:the |a )?(?:whole )?(?P<q><ordinal>)[ -](?:<quarters>)(?:(?: of)?,? (?:the )?(?P<whole><yearof>))?",
    "quarter letter": r"(?:\b|(?<=\d))q(?P<n>[1-4])(?:(?:[ -]| of |, )?(?P<whole><yearof>|['’]?\d\d\b))?",
    "quarter after": r"(?P<y><year>|\b\d\d)[ -]?q(?P<n>[1-4])\b",
    "half": r"(?:the )?(?P<half><halves>)(?:(?: of)?[ -](?:the )?(?P<whole><yearof>))?(?![\w])",
    "half after": r"(?P<y><year>)[ -](?P<half>h[12])\b",
    "fiscal": r"(?:<fiscal>) ?(?P<y><year>|['’]?\d\d\b)(?P<two>[-/]\d\d\b)?",
    "decade": r"(?:the )?(?:early |late |mid-)?(?P<dec>(?:1[5-9]|20)\d0|['’]?\d0)['’]?s\b",
    "year": r"(?<![\d.,$€£/])(?<!\d-)(?P<y><year>|<yearwords>)(?![\d%]|,\d|\.\d|-\d| (?:<counted>))",
    "year named": r"(?:the )?(?:calendar )?(?:year(?: of)?|cy) (?P<y><year>)",
    "years": r"(?<![\d/.-])(?P<y><year>) ?[-–/] ?(?P<z><year>|\d\d)(?![\d/-])",
    "part": r"(?P<part><parts>)(?: the)?[ ]?",
    "year end": r"(?P<yearend><yearends>)",
    "decade end": r"(?P<decadeend>(?:the )?end of (?:the|this) decade)",
    "season": (
        r"(?:(?P<direction><directions>) )?(?P<season><seasons>)(?:(?:,? | of )(?P<y><year>)| of (?P<move><directions>"
        r") year)?(?![\w-]| (?:school|holiday|break|season|camp|term|olympics|games|jobs|semester))"
    ),
    "season after": r"(?P<y><year>)[ -](?P<season><seasons>)\b",
    "holiday": (
        r"(?:(?P<direction>next|last|this) )?(?P<holiday><holidays>)(?:(?P<w1> weekend)|,? (?:in |of )?(?P<y><year>)"
        r"(?P<w2> weekend)?(?P<w3>))?\b"
    ),
}  # fmt: skip
FORMS["holiday weekend"] = r"(?P<holiday><holidays>) weekend (?P<y><year>)(?P<w1>)"
