"""Checking a template as a whole, so that a teacher is told before a class has it: `whole` is the door.

What is wrong in one question or one name is silent while a paper is written: a question without a place is not asked, a
part without a block is not printed, a frame without its slot shows no answer.
"""
