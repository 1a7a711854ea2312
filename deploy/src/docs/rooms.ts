/** The pictures of the rooms, as dependency-cruiser finds them, and how many files stand in each folder. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

interface Picture {
  title: string;
  /** Its first group is the room of a file. */
  room: RegExp;
}

const PICTURES: readonly Picture[] = [
  { title: 'The house', room: /^((?:libs|services)\/[^/]+|gateway|web|deploy|test)\// },
  { title: 'The domain of tickets', room: /^services\/tickets\/src\/domain\/([^/]+)/ },
  { title: 'The gateway', room: /^gateway\/src\/([^/]+)\// },
  { title: 'The extranet', room: /^web\/src\/([^/]+)\// },
];
/** As in the walls: tests may reach over them. */
const IS_OF_TESTS = /\.(spec|builder)\.tsx?$|\/testing\//;
const FULL = 20;

interface Module {
  source: string;
  dependencies: { resolved: string }[];
}

type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

function cruise(root: string): Module[] {
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json'];
  const rooms = ['libs', 'services', 'gateway/src', 'web/src', 'deploy/src', 'test/src'];
  const json = execFileSync(join(root, 'node_modules', '.bin', 'depcruise'), [...args, ...rooms], {
    cwd: root,
    maxBuffer: 256 * 1024 * 1024,
    encoding: 'utf8',
  });
  return (JSON.parse(json) as { modules: Module[] }).modules;
}

/** Who knows whom, room by room. */
function arrowsOf(modules: readonly Module[], { room }: Picture): Arrows {
  const arrows = new Map<string, Set<string>>();
  const roomOf = (path: string): string | undefined =>
    IS_OF_TESTS.test(path) ? undefined : room.exec(path)?.[1];
  for (const { source, dependencies } of modules) {
    const from = roomOf(source);
    if (from === undefined) continue;
    const known = arrows.get(from) ?? new Set();
    arrows.set(from, known);
    for (const { resolved } of dependencies) {
      const to = roomOf(resolved);
      if (to !== undefined && to !== from) known.add(to);
    }
  }
  return arrows;
}

/** Whether one gets there from here by more than one step: such an arrow says nothing new. */
function isImplied(arrows: Arrows, from: string, to: string): boolean {
  const seen = new Set<string>();
  const reaches = (room: string): boolean => {
    if (room === to) return true;
    if (seen.has(room)) return false;
    seen.add(room);
    return [...(arrows.get(room) ?? [])].some(reaches);
  };
  return [...(arrows.get(from) ?? [])].some((next) => next !== to && reaches(next));
}

function draw(modules: readonly Module[], picture: Picture): string[] {
  const arrows = arrowsOf(modules, picture);
  const name = (room: string): string => room.replaceAll(/[^\w]/g, '_');
  const rooms = [...arrows.keys()].sort();
  const lines = rooms.flatMap((from) =>
    [...(arrows.get(from) ?? [])]
      .sort()
      .filter((to) => !isImplied(arrows, from, to))
      .map((to) => `  ${name(from)} --> ${name(to)}`),
  );
  const boxes = rooms.map((room) => `  ${name(room)}["${room}"]`);
  return [`## ${picture.title}`, '', '```mermaid', 'flowchart TD', ...boxes, ...lines, '```', ''];
}

interface Folder {
  path: string;
  files: number;
  specs: number;
}

function folders(root: string): Folder[] {
  const patterns = ['libs/*/src', 'services/*/src', 'gateway/src', 'web/src', 'deploy/src', 'test/src'];
  const tracked = execFileSync('git', ['ls-files', '--', ...patterns.map((one) => `:(glob)${one}/**`)], {
    cwd: root,
    encoding: 'utf8',
  });
  const counted = new Map<string, Folder>();
  for (const file of tracked.trim().split('\n')) {
    const path = file.slice(0, file.lastIndexOf('/'));
    const folder = counted.get(path) ?? { path, files: 0, specs: 0 };
    counted.set(path, folder);
    if (/\.spec\.tsx?$/.test(file)) folder.specs += 1;
    else folder.files += 1;
  }
  return [...counted.values()].filter(({ path }) => !path.includes('/gen'));
}

const WALK = /^((?:libs|services)\/[^/]+\/src|(?:gateway|web|deploy|test)\/src)(?:\/([^/]+(?:\/[^/]+)?))?/;

function table(found: readonly Folder[]): string[] {
  const rows = found.map(({ path, files, specs }) => {
    const name = path === WALK.exec(path)?.[1] ? `**${path}**` : path;
    return `| ${name} | ${files} | ${specs || ''} |`;
  });
  const full = found.filter(({ files }) => files > FULL).map(({ path, files }) => `${path} (${files})`);
  return [
    '## Files in each folder',
    '',
    `Without generated code; specs stand beside what they prove. About ${FULL} files a folder at most; over it: ${full.join(', ') || 'none'}.`,
    '',
    '| folder | files | specs |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ];
}

/** `docs/rooms.md` as it should be. */
export function roomPictures(root: string): string {
  const modules = cruise(root);
  return [
    '# Rooms',
    '',
    'Drawn by `npm run docs` from the imports that dependency-cruiser finds; `.dependency-cruiser.mjs` says which are allowed. An arrow',
    'leads to what is known. Arrows that follow from others are left out, and so are tests.',
    '',
    ...PICTURES.flatMap((picture) => draw(modules, picture)),
    ...table(folders(root)),
  ].join('\n');
}
