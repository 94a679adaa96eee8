/** Ends with 0 where an address answers with a page. The preview's certificate is its own, so it is not asked for. */
const [address] = process.argv.slice(2);
const client = address.startsWith("https:") ? require("node:https") : require("node:http");

const request = client.get(address, { rejectUnauthorized: false, timeout: 5000 }, (response) => {
  process.exit(response.statusCode === 200 ? 0 : 1);
});
request.on("timeout", () => request.destroy());
request.on("error", () => process.exit(1));
