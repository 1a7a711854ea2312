import { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type LookUp = Storage['getTargetValidationMetadatas'];

const remembering = new WeakSet<Storage>();

/**
 * class-validator seeks inherited rules among every class of the process, at each validation: a tenth of what the
 * gateway spends on a page of the list (its issue 2686). Rules are declared while modules load, before any request:
 * each class is looked up once.
 */
export function rememberRules(storage: Storage = getMetadataStorage()): void {
  if (remembering.has(storage)) return;
  remembering.add(storage);
  const lookUp: LookUp = storage.getTargetValidationMetadatas.bind(storage);
  const known = new WeakMap<Parameters<LookUp>[0], Map<string, ReturnType<LookUp>>>();
  storage.getTargetValidationMetadatas = (target, ...asked) => {
    const rules = known.get(target) ?? new Map<string, ReturnType<LookUp>>();
    known.set(target, rules);
    const key = JSON.stringify(asked);
    const found = rules.get(key) ?? lookUp(target, ...asked);
    rules.set(key, found);
    return found;
  };
}
