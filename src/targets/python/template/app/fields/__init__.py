"""The kinds of values that fields hold."""

from app.fields.numbers import ExactNumber, Integer, Money, Number
from app.fields.text import Choice, Email, Id, Line, Phone, Text, Url
from app.fields.times import Day, Moment
from app.fields.values import Flag, FreeJson, IdSet, Items

__all__ = [
    "Choice",
    "Day",
    "Email",
    "ExactNumber",
    "Flag",
    "FreeJson",
    "Id",
    "IdSet",
    "Integer",
    "Items",
    "Line",
    "Moment",
    "Money",
    "Number",
    "Phone",
    "Text",
    "Url",
]
