// Compiles API descriptions in TypeSpec to OpenAPI, all in one process: node compile.mjs SPECS OUT
// Prints a line of JSON for each: its name, the documents that were written and what the compiler says against it.
import { compile, NodeHost } from "@typespec/compiler";
import { globSync, readdirSync } from "node:fs";
import path from "node:path";

const [specs, out] = process.argv.slice(2).map((place) => path.resolve(place));
for (const main of globSync("**/main.tsp", { cwd: specs }).sort()) {
  const name = path.dirname(main);
  const target = path.join(out, name);
  let errors = [];
  try {
    const program = await compile(NodeHost, path.join(specs, main), {
      emit: ["@typespec/openapi3"],
      options: { "@typespec/openapi3": { "emitter-output-dir": target, "file-type": "json" } },
    });
    errors = program.diagnostics.filter((found) => found.severity === "error").map((found) => found.message);
  } catch (error) {
    errors = [String(error)];
  }
  const documents = errors.length === 0 ? readdirSync(target).filter((file) => file.endsWith(".json")).sort() : [];
  console.log(JSON.stringify({ name, documents, errors: errors.slice(0, 3) }));
}
