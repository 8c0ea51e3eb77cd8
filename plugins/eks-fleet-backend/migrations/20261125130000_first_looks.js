// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('first_looks', table => {
    table.comment('What was observed of a cluster for the first time lately');
    table.text('arn').notNullable();
    table.string('kind', 64).notNullable();
    table.primary(['arn', 'kind']);
    table.string('at', 24).notNullable();
    table.index(['at'], 'first_looks_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('first_looks');
};
