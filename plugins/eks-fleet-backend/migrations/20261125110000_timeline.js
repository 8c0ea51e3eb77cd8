// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const sorted =
    knex.client.config.client === 'pg' ? 'text COLLATE "C"' : 'text';
  await knex.schema.createTable('timeline', table => {
    table.comment('What happened to clusters; nothing in it is ever changed');
    table.specificType('arn', sorted).notNullable();
    table
      .string('event_key', 64)
      .notNullable()
      .comment('The same event told twice has the same key');
    table.primary(['arn', 'event_key']);
    table.specificType('at', sorted).notNullable().comment('ISO 8601, UTC');
    table.string('kind', 20).notNullable();
    table.string('tone', 10).notNullable();
    table.text('title').notNullable();
    table.text('detail').notNullable().defaultTo('');
    table.text('source').notNullable();
    table.text('reference').notNullable().defaultTo('');
    table.index(['arn', 'at', 'event_key'], 'timeline_order_idx');
    table.index(['at'], 'timeline_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('timeline');
};
