"""Which questions are asked, answered, valid and complete: a pure state machine without a screen and without files.

`interview.Interview` tells what is asked now; `changing` puts answers into a paper; `answering` advises on one answer;
`plain.ask` holds the whole interview by lines of text.
"""
