/** What the real Office.js knows of a class: the names of its members. */
export interface OfficeClass {
  scalars: Set<string>;
  objects: Set<string>;
  methods: Set<string>;
}

/** Reads all classes and members out of the loaded library. */
export function readOfficeSchema(): Map<string, OfficeClass> {
  const classes = new Map<string, OfficeClass>();
  for (const [name, value] of Object.entries(Excel as unknown as Record<string, { prototype?: object } | undefined>)) {
    const prototype = typeof value === "function" ? (value as { prototype?: Record<string, unknown> }).prototype : undefined;
    if (!prototype || !(prototype instanceof (OfficeExtension.ClientObject as never))) continue;
    const names = (key: string): string[] => {
      try {
        return (prototype[key] as string[] | undefined) ?? [];
      } catch {
        return [];
      }
    };
    const methods = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(([, each]) => typeof each.value === "function");
    classes.set(name, {
      scalars: new Set(names("_scalarPropertyNames")),
      objects: new Set(names("_navigationPropertyNames")),
      methods: new Set(methods.map(([method]) => method)),
    });
  }
  return classes;
}
