import js from "@eslint/js";
import tseslint from "typescript-eslint";

const nodeGlobals = { console: "readonly", process: "readonly", URL: "readonly" };

export default tseslint.config(
  { ignores: ["node_modules/", ".adg/", "documents/", "neo4j/target/", "coverage/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  { files: ["**/*.mjs", "*.config.js"], languageOptions: { globals: nodeGlobals } },
);
