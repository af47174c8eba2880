"""Logic of three values: None is unknown, as comparisons with missing values are."""

Truth = bool | None


def all_of(*operands: Truth) -> Truth:
    if False in operands:
        return False
    return None if None in operands else True


def any_of(*operands: Truth) -> Truth:
    if True in operands:
        return True
    return None if None in operands else False


def negation(operand: Truth) -> Truth:
    return None if operand is None else not operand


def implies(condition: Truth, consequence: Truth) -> Truth:
    """An unknown condition asks for nothing."""
    return consequence if condition is True else True


def present(value: object) -> bool:
    """Sees missing values, and nothing else does."""
    return value is not None
