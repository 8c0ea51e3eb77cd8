// @ts-check

/**
 * A way in to the few findings that do not fail: warnings, errors and what is
 * exempt.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    'create index findings_rare_idx on findings (result, severity, id) where resolved_at = 0 and result < 3',
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index findings_rare_idx');
};
