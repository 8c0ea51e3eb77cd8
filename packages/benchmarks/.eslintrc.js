module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // It starts what it measures, whatever role that has.
    '@backstage/no-mixed-plugin-imports': 'off',
  },
});
