// The web host has no `node:assert`; this stands in for it in both hosts, so that they run the same code.
module.exports = require('assert').strict;
