// All tests of the dialog alone, in the engines that WWW_ENGINES names.
import "./writing.mjs";
import "./deciding.mjs";
import "./sending.mjs";
import "./keyboard.mjs";
import "./accessibility.mjs";
import "./hostile.mjs";
