import { rootNamespace } from "../../workbook/customXml";
import { itemNotFound } from "../../workbook/excelError";
import { asText } from "../arguments";
import { defineClass, objectOf } from "../registry";
import type { WireObject } from "../table";
import type { PartsTarget } from "../targets";

function only({ parts }: PartsTarget): WireObject {
  const [first, ...more] = parts();
  if (!first || more.length > 0) throw itemNotFound();
  return objectOf("CustomXmlPart", first);
}

function find({ parts }: PartsTarget, [id]: unknown[]): WireObject {
  const found = parts().find((part) => part.id.toLowerCase() === asText(id).toLowerCase());
  if (!found) throw itemNotFound();
  return objectOf("CustomXmlPart", found);
}

defineClass("CustomXmlPart", {
  id: ({ id }) => id,
  properties: { id: { get: ({ id }) => id }, namespaceUri: { get: ({ xml }) => rootNamespace(xml) } },
  methods: {
    getXml: { call: ({ xml }) => xml },
    setXml: { call: (part, [xml], { workbook }) => workbook.customXml.set(part, asText(xml)) },
    delete: { call: (part, _args, { workbook }) => workbook.customXml.delete(part) },
  },
});

defineClass("CustomXmlPartScopedCollection", {
  properties: {},
  items: ({ parts }) => parts().map((part) => objectOf("CustomXmlPart", part)),
  methods: {
    getCount: { call: ({ parts }) => parts().length },
    getItem: { orNull: true, call: find },
    getOnlyItem: { orNull: true, call: only },
  },
});

defineClass("CustomXmlPartCollection", {
  properties: {},
  items: ({ parts }) => parts().map((part) => objectOf("CustomXmlPart", part)),
  methods: {
    add: { call: (_target, [xml], { workbook }) => objectOf("CustomXmlPart", workbook.customXml.add(asText(xml))) },
    getByNamespace: {
      call: ({ parts }, [uri]) =>
        objectOf("CustomXmlPartScopedCollection", {
          parts: () => parts().filter((part) => rootNamespace(part.xml) === uri),
        }),
    },
    getCount: { call: ({ parts }) => parts().length },
    getItem: { orNull: true, call: find },
  },
});
