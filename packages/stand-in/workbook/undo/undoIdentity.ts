/** The object that is there already, made what the data say; the data themselves where there is none. */
export function same<Item extends object>(known: Item | undefined, data: Item): Item {
  if (!known || known === data) return data;
  for (const key of Object.keys(known)) if (!(key in data)) Reflect.deleteProperty(known, key);
  return Object.assign(known, data);
}
