// Open questions
// And what they are about.
MATCH question = (:Dispute)-[:ABOUT]->()
RETURN question
