"""Texts that try to act in what a report is written to."""

from __future__ import annotations

ATTACKS = (
    "a.ttl\n::error file=x::forged",
    "::add-mask::secret",
    "x ##[add-mask]secret",
    "a%0A::stop-commands::t",
    "name,line=1,title=forged::message",
    "</testcase><error/>&x;]]>\x00\x1b[31m\ufffe",
    "<script>hit()</script><img src=x onerror=hit()>",
    '=HYPERLINK("http://x")',
    "@SUM(1)",
    "-2+3",
    "\t=1",
    "| a | [x](http://x) ![i](http://x/i) `c` **b** http://x www.x.org <b>",
    "\u202egpj.exe\u2066",
    '"; DROP " \\ \u2028 end',
    "caf\udce9.ttl",
    "\ud800",
)
