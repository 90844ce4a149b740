// Open questions and what they are about
MATCH question = (:Dispute)-[:ABOUT]->()
RETURN question
