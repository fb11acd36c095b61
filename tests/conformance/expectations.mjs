// Prints as JSON what each scenario of the suite expects and answers: node expectations.mjs SPECS BASE_URL
import { expandDyns } from "@typespec/spec-api";
import { globSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [specs, baseUrl] = [path.resolve(process.argv[2]), process.argv[3]];
const config = { baseUrl };

function written(body) {
  if (body === undefined || body === null) {
    return null;
  }
  if (body.kind === "multipart") {
    const files = (body.files ?? []).map((file) => ({
      name: file.fieldname,
      filename: file.originalname,
      contentType: file.mimetype,
      base64: Buffer.from(file.buffer).toString("base64"),
    }));
    return { contentType: body.contentType, parts: expandDyns(body.parts ?? {}, config), files };
  }
  const raw = body.rawContent?.serialize ? body.rawContent.serialize(config) : body.rawContent;
  return { contentType: body.contentType, base64: Buffer.from(raw ?? "").toString("base64") };
}

function api(found) {
  const request = found.request ?? {};
  return {
    uri: found.uri,
    method: found.method,
    judgedByCode: found.handler !== undefined,
    request: {
      path: expandDyns(request.pathParams ?? {}, config),
      query: expandDyns(request.query ?? {}, config),
      headers: expandDyns(request.headers ?? {}, config),
      body: written(request.body),
    },
    response: {
      status: found.response.status,
      headers: expandDyns(found.response.headers ?? {}, config),
      body: written(found.response.body),
    },
  };
}

const all = {};
for (const file of globSync("**/mockapi.js", { cwd: specs }).sort()) {
  const { Scenarios } = await import(pathToFileURL(path.join(specs, file)).href);
  const description = path.dirname(file);
  for (const [name, scenario] of Object.entries(Scenarios)) {
    all[name] = { description, condition: scenario.passCondition, code: scenario.code ?? null, apis: scenario.apis.map(api) };
  }
}
console.log(JSON.stringify(all));
