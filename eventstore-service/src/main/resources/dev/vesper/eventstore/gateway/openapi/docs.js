"use strict";

SwaggerUIBundle({
  url: "/admin/v1/openapi.json",
  dom_id: "#api",
  deepLinking: true,
  filter: true,
  tryItOutEnabled: true,
  // No validator of somebody else's is asked.
  validatorUrl: null,
});
