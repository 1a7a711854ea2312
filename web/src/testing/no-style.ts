/** Stands for every style sheet in tests: a class is called as in its sheet. */
export default new Proxy<Record<string, string>>({}, { get: (_, name) => String(name) });
