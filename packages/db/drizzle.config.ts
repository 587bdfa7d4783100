import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['../core/src/*/tables*.ts', '../search/src/postgres/tables*.ts'],
  out: './src/migrations',
});
