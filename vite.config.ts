import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import type { Plugin } from "vite";

const web = resolve(import.meta.dirname, "web");
/** Where bin/web.mjs wants the page; it moves it to web/dist once it is whole. */
const outDir = process.env.ADG_WEB_OUT ?? join(web, "dist");

export default defineConfig({
  root: web,
  plugins: [react(), compressed()],
  build: {
    outDir,
    emptyOutDir: true,
    target: "es2022",
    // Nothing is inlined: the policy of the page allows files of its own origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: { input: { explorer: join(web, "index.html"), graphiql: join(web, "graphiql.html") } },
  },
  worker: { format: "es" },
  server: {
    fs: { allow: [import.meta.dirname] },
    proxy: { "/graphql": `http://127.0.0.1:${process.env.ADG_PORT ?? 4000}` },
  },
});

/** Puts a .br and a .gz beside every text, so that the server compresses nothing itself. */
function compressed(): Plugin {
  const brotli = promisify(brotliCompress);
  const zip = promisify(gzip);
  return {
    name: "compressed",
    apply: "build",
    async closeBundle() {
      const files = (await readdir(outDir, { recursive: true })).filter((file) =>
        /\.(?:js|css|html|svg|ttf)$/.test(file),
      );
      await Promise.all(
        files.map(async (file) => {
          const path = join(outDir, file);
          const text = await readFile(path);
          const quality = text.length > 500_000 ? 6 : 11;
          await writeFile(`${path}.br`, await brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
          await writeFile(`${path}.gz`, await zip(text, { level: 9 }));
        }),
      );
    },
  };
}
