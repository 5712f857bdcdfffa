import js from "@eslint/js";
import tseslint from "typescript-eslint";

const nodeGlobals = { console: "readonly", process: "readonly", URL: "readonly" };

export default tseslint.config(
  {
    ignores: [
      "node_modules/",
      ".adg/",
      "documents/",
      "neo4j/target/",
      "coverage/",
      "web/dist/",
      "web/.dist-*",
      "web/generated/",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-definitions": ["error", "interface"],
      // The driver declares its option bags as classes and takes plain objects.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["test/**/*.ts"],
    ignores: ["test/random.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        { name: "fast-check", message: "Import test/random.ts, which fixes the seed." },
      ],
    },
  },
  { files: ["**/*.mjs", "*.config.js"], languageOptions: { globals: nodeGlobals } },
);
