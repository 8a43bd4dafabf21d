"""The inputs of forms. Each takes what people type as it comes; nothing is cut or refused while typing.

They share: ``edited``, ``left``, ``advanced`` and ``retreated`` (signals), ``value()`` (the value meant, or the text as
it stands where it cannot be understood: the rules of intake say why), ``set_value(value)``, ``typed()`` and
``set_typed(typed)`` (what stands there, for drafts), ``tidy()`` and ``is_composing``.
"""
