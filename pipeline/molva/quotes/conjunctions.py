"""Words that join clauses, by what they tell of an edge."""

# prepositions of a topic
ABOUT = frozenset({"о", "об", "обо"})
# the same with «про», which is of talk
ABOUT_IN_TALK = ABOUT | {"про"}

# set one clause against another: «…, |но| сосед против»
BUT = frozenset({"но", "однако"})
# the same with «а», which may set two beside each other: «…, |а| сосед молчит»
OPPOSING = BUT | {"а"}
# the same with «и», which goes on
JOINING = OPPOSING | {"и"}

# join what stands side by side: another clause, or another verb of the same subject
COORDINATORS = JOINING | {"зато", "или", "либо"}

# open a clause that hangs on the one before it
CLAUSE_OPENERS = frozenset(
    {"что", "чтобы", "где", "когда", "если", "поскольку", "хотя", "поэтому", "потому", "так", "как", "куда",
     "откуда", "зачем", "почему", "будто", "пока", "причем", "притом"}
)  # fmt: skip

# the same, and the pronouns that ask
ASKED_OR_HUNG = CLAUSE_OPENERS | {"кто", "сколько"}

# open what a verb reports
COMPLEMENTISERS = frozenset({"что", "будто", "якобы", "чтобы", "дескать", "мол"})

# open a clause that waits for its main clause: when it happened; why, or on what condition
TEMPORAL = frozenset({"когда", "едва"})
CONDITIONAL = frozenset({"поскольку", "хотя", "если"})

# give a reason, in two words: «…, |так как| устал»
BECAUSE = frozenset({("потому", "что"), ("так", "как")})

# lemmas of pronouns that stand for a noun of the clause before
RELATIVES = frozenset({"который", "кто", "чей"})

# the same of a place: «завод, где, по данным мэрии, …»
RELATIVE_PLACES = frozenset({"где", "куда", "откуда"})

# open the next deed of a story: «…, а затем уехал»
LATER = frozenset({"позже", "позднее", "затем", "потом"})
