/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('eks_fleet_namespaces', table => {
    table.comment('One row per provisioned namespace that has an entity');
    table.string('thing_key', 400).primary();
    table.string('entity_ref', 255).notNullable();
    table.integer('missed_reads').notNullable().defaultTo(0);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('eks_fleet_namespaces');
};
