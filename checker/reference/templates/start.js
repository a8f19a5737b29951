"use strict";
// From the first page to the language of the browser, where the book has it.
const known = [...document.querySelectorAll("[data-language]")];
const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
const found = wanted.map((tag) => known.find((link) => link.dataset.language === tag)).find(Boolean) ?? known[0];
if (found) location.replace(found.href);
