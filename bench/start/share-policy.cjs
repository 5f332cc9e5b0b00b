const { validate } = require("share-policy");

exports.check = (value) => validate(value).ok;
