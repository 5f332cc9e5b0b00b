// Code points by what makes them odd, as ranges in hexadecimal. No property of the host's Unicode takes part.

const RANGES = {
  // What people write.
  latin: "e0-f6 f8-17f 1e02-1e95 1ea0-1eff",
  greek: "3b1-3c9 3ac-3ce 1f00-1f07",
  cyrillic: "430-45f 48b 4d1",
  armenian: "561-586",
  georgian: "10d0-10fa 1c90-1cba 10a0-10c5",
  hebrew: "5d0-5ea 5f0-5f2 fb1d-fb4f",
  arabic: "621-63a 641-64a 66e-6d3 750-77f fb50-fbb1 fdf2",
  syriac: "710-72f",
  thaana: "780-7a5",
  nko: "7ca-7ea",
  adlam: "1e922-1e943",
  devanagari: "905-939 93c 94d 958-961",
  bengali: "985-9b9 9cd",
  tamil: "b85-bb9 bcd",
  thai: "e01-e3a e40-e4e",
  lao: "e81-ebd edc-edf",
  tibetan: "f40-f6c f71-f84 f0b",
  myanmar: "1000-102a 1039-103a",
  khmer: "1780-17a2 17d2",
  mongolian: "1820-1878 180b-180f",
  cherokee: "13a0-13f5 13f8-13fd ab70-abbf",
  ethiopic: "1200-1248 2d80-2d96",
  hangul: "ac00-d7a3",
  jamo: "1100-11ff a960-a97c d7b0-d7fb 3131-318e ffa1-ffdc",
  kana: "3041-3096 30a1-30fa 3099-309a ff66-ff9d 1b000-1b122",
  han: "4e00-9fff 3400-4dbf 20000-2a6df 30000-3134a 323b0-33479 f900-fad9 2f800-2fa1d 3007",
  // Case.
  upper: `
    c0-d6 d8-de 391-3a9 410-42f 531-556 10400-10427 104b0-104d3 118a0-118bf 16e40-16e5f 1e900-1e921 2c00-2c2f
  `,
  folding: `
    df 1e9e 3c2 3c3 3a3 131 130 17f 212a 212b 1c4-1cc 1f0 149 390 3b0 587 fb00-fb06 fb13-fb17 1e96-1e9b
    1f80-1faf 345
  `,
  // What UTS #46 maps or ignores.
  fullwidth: "ff01-ff5e ffe0-ffe6",
  compatibility: `
    a0 a8 aa af b2-b5 b8-ba bc-be 2002-200a 2100-214f 2150-218b 2460-24ea 2a74 3200-33ff 1d400-1d7ff
    1f100-1f1ac
  `,
  ignorable: `
    ad 34f 61c 115f-1160 17b4-17b5 180b-180f 200b 200e-200f 202a-202e 2060-206f 3164 fe00-fe0f feff ffa0
    fff0-fff8 1bca0-1bca3 1d173-1d17a e0000-e0fff
  `,
  dots: "2e 3002 ff0e ff61",
  dotLike: "b7 2024 2025 2026 3001 fe12 fe52 1f100 701 6d4 2488-2490",
  // What joins, turns and combines.
  joiners: "200c 200d",
  viramas: `
    94d 9cd a4d acd b4d bcd c4d ccd d3b-d3c d4d dca e3a eba f84 1039 103a 1714 17d2 1a60 1b44 a806 11046 1107f
    11133 111c0
  `,
  transparent: "300-315 610-61a 64b-65f 670 711 730-74a 93c 1e944-1e94a",
  combining: `
    300-36f 483-489 591-5bd 900-903 93e-94c 1dc0-1dff 20d0-20ff 302a-302f fe20-fe2f 1d165-1d172 1e000-1e02a
  `,
  rightToLeft: `
    5d0-5ea 621-64a 7c0-7ea 840-858 8a0-8b4 10800-10855 10a00-10a35 10b00-10b35 10c00-10c48 10d00-10d23
    1e900-1e943
  `,
  digits: `
    30-39 660-669 6f0-6f9 7c0-7c9 966-96f 104a0-104a9 1d7ce-1d7ff ff10-ff19 1fbf0-1fbf9 10d30-10d39
  `,
  neutral: `
    21-2f 3a-40 5b-60 7b-7e a1-a9 ab-ac ae b0-b1 b4 b6-b8 bb bf 2010-2027 2030-205e 20a0-20c0 2200-22ff
  `,
  context: "b7 375 5f3 5f4 30fb 660-669 6f0-6f9 6c 3b1 5d0 30a2",
  exceptions: "df 3c2 6fd 6fe f0b 3007 640 7fa 302e 302f 3031-3035 303b",
  // What has no place in a name.
  symbols: `
    a9 ae d7 f7 2603 2122 2190-21ff 2500-257f 2600-27bf 3000-303f 1d000-1d0f5 1d100-1d126 1d200-1d245
  `,
  emoji: "1f600-1f64f 1f1e6-1f1ff 1f3fb-1f3ff 2764 261d 1f468-1f469 1fae0-1fae8 23 2a",
  private: "e000-f8ff f0000-ffffd 100000-10fffd",
  nonCharacters: "fdd0-fdef fffe-ffff 1fffe-1ffff 2fffe-2ffff efffe-effff 10fffe-10ffff",
  unassigned: `
    378-379 380-383 530 557 590 5eb 5ff 7b2-7bf 9fffd e01f0-e0fff 2fe0-2fef 1fbfa 323af 3347a-3ffff
    40000-4ffff
  `,
  controls: "0-1f 7f-9f",
  // Assigned by the Unicode versions since 15, where tables differ most.
  recent: `
    1c89-1c8a a7cb-a7dc 10d40-10d65 105c0-105f3 10940-10959 11380-113e2 11bc0-11be1 16100-16139 16ea0-16ed3
    1e5d0-1e5fa 2ffc-2fff 31e4-31e5 31ef 2ebf0-2ee5d 2b73a-2b73f 11db0-11de9 1cc00-1ccf9 1e6c0-1e6ff 1ac1-1add
    88f 897 c5c cdc
  `,
  plain: "61-7a 30-39 2d",
  capital: "41-5a",
  spaces: "20 a0 1680 2000-200a 2028 2029 202f 205f 3000 9 b c 85",
};

const rangesOf = (text) =>
  text.match(/\S+/g).map((range) => {
    const [first, last = first] = range.split("-").map((digits) => Number.parseInt(digits, 16));
    return { first, last };
  });

const GROUPS = Object.fromEntries(Object.entries(RANGES).map(([name, text]) => [name, rangesOf(text)]));
const ALL = Object.keys(GROUPS);

/** What whole names are made of. */
export const SCRIPTS = ALL.slice(0, ALL.indexOf("upper"));

/** @returns a character of one group. */
export const from = (random, group) => {
  const { first, last } = random.pick(GROUPS[group]);
  return String.fromCodePoint(random.between(first, last));
};

const isSurrogate = (codePoint) => codePoint >= 0xd800 && codePoint <= 0xdfff;

/** @returns a character of any plane. */
const anywhere = (random) => {
  const codePoint = random.percent(70) ? random.below(0x10000) : random.below(0x110000);
  return isSurrogate(codePoint) ? "\ufffd" : String.fromCodePoint(codePoint);
};

/** @returns a character of whatever group, or of none. */
export const any = (random) => (random.percent(15) ? anywhere(random) : from(random, random.pick(ALL)));
