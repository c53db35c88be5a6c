using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Responses;

/// <summary>Which models there are; a Foundry project tells it as deployments.</summary>
internal sealed class ModelRoutes(EmulatorOptions options)
{
    public void Map(RouteTable routes)
    {
        routes.Get("/models", ListAsync);
        routes.Get("/models/{model}", GetAsync);
        routes.ProjectOnly("GET", "/deployments/{model}", GetDeploymentAsync);
    }

    private Task ListAsync(Call call) => call.ReplyAsync(new JsonObject
    {
        ["object"] = "list",
        ["data"] = new JsonArray([.. (options.Models ?? ModelNames.Known).Select(name => ToJson(call, name))]),
    });

    private Task GetAsync(Call call)
    {
        string model = call.Route("model");
        if (Exists(model)) return call.ReplyAsync(ToJson(call, model));
        throw Refusal.NotFound($"The model '{model}' does not exist", "model", "model_not_found");
    }

    private Task GetDeploymentAsync(Call call)
    {
        string model = call.Route("model");
        if (!Exists(model))
            throw new ApiException(StatusCodes.Status404NotFound, $"Deployment {model} not found.", code: "not_found") { Details = [] };
        return call.ReplyAsync(new JsonObject
        {
            ["type"] = "ModelDeployment",
            ["name"] = model,
            ["modelName"] = model,
            ["modelVersion"] = "1",
            ["modelPublisher"] = "OpenAI",
            ["capabilities"] = new JsonObject { ["chat_completion"] = "true" },
        });
    }

    private bool Exists(string model) => options.Models?.Contains(model) != false;

    private static JsonObject ToJson(Call call, string model) => new()
    {
        ["id"] = model,
        ["object"] = "model",
        ["created"] = call.Workspace.Now,
        ["owned_by"] = "emulator",
    };
}
