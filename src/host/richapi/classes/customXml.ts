import type { CustomXmlContent } from "../../../xlsx/content";
import { rootNamespace } from "../../workbook/customXml";
import { itemNotFound } from "../../workbook/excelError";
import { asText, defineClass, type ClassEntry, type WireObject } from "../table";

/** The custom XML parts of the workbook, or those of one namespace. */
interface PartsTarget {
  parts: () => CustomXmlContent[];
}

function only({ parts }: PartsTarget): WireObject {
  const [first, ...more] = parts();
  if (!first || more.length > 0) throw itemNotFound();
  return customXmlPart.of(first);
}

function find({ parts }: PartsTarget, [id]: unknown[]): WireObject {
  const found = parts().find((part) => part.id.toLowerCase() === asText(id).toLowerCase());
  if (!found) throw itemNotFound();
  return customXmlPart.of(found);
}

const customXmlPart = defineClass<CustomXmlContent>("CustomXmlPart", {
  id: ({ id }) => id,
  properties: { id: { get: ({ id }) => id }, namespaceUri: { get: ({ xml }) => rootNamespace(xml) } },
  methods: {
    getXml: { call: ({ xml }) => xml },
    setXml: { call: (part, [xml], { workbook }) => workbook.customXml.set(part, asText(xml)) },
    delete: { call: (part, _args, { workbook }) => workbook.customXml.delete(part) },
  },
});

const customXmlPartScopedCollection = defineClass<PartsTarget>("CustomXmlPartScopedCollection", {
  properties: {},
  items: ({ parts }) => parts().map((part) => customXmlPart.of(part)),
  methods: {
    getCount: { call: ({ parts }) => parts().length },
    getItem: { orNull: true, call: find },
    getOnlyItem: { orNull: true, call: only },
  },
});

export const customXmlPartCollection: ClassEntry<PartsTarget> = defineClass<PartsTarget>("CustomXmlPartCollection", {
  properties: {},
  items: ({ parts }) => parts().map((part) => customXmlPart.of(part)),
  methods: {
    add: { call: (_target, [xml], { workbook }) => customXmlPart.of(workbook.customXml.add(asText(xml))) },
    getByNamespace: {
      call: ({ parts }, [uri]) =>
        customXmlPartScopedCollection.of({ parts: () => parts().filter((part) => rootNamespace(part.xml) === uri) }),
    },
    getCount: { call: ({ parts }) => parts().length },
    getItem: { orNull: true, call: find },
  },
});

export const customXmlClasses = [
  customXmlPart,
  customXmlPartScopedCollection,
  customXmlPartCollection,
] as unknown as ClassEntry[];
