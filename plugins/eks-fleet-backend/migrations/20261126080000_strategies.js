// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('eks_fleet_strategies', table => {
    table.comment('Strategies of rollouts that users saved');
    table.string('name', 63).primary();
    table.text('json').notNullable();
    table.text('updated_by').notNullable();
    table.string('updated_at', 24).notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('eks_fleet_strategies');
};
