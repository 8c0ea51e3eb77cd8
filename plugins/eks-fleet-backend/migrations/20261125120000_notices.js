// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('notices', table => {
    table.comment('What owners were told, so that nothing is told twice');
    table.string('scope', 400).primary().comment('One a cluster and cause');
    table
      .text('fingerprint')
      .notNullable()
      .comment('What was told; another one is told anew');
    table.text('owner').notNullable();
    table.text('family').notNullable().comment('What many clusters share');
    table.text('document').notNullable().comment('JSON');
    table.boolean('pending').notNullable();
    table.string('queued_at', 24).notNullable();
    table.string('sent_at', 24).notNullable().defaultTo('');
    table.index(['pending'], 'notices_pending_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('notices');
};
