using System.Security.Cryptography;
using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Containers;

internal static class ContainerFileRoutes
{
    private const string Files = "/containers/{container}/files";

    public static void Map(RouteTable routes)
    {
        routes.Post(Files, CreateAsync);
        routes.Get(Files, ListAsync);
        routes.Get(Files + "/{file}", GetAsync);
        routes.Get(Files + "/{file}/content", ContentAsync);
        routes.Delete(Files + "/{file}", DeleteAsync);
    }

    private static async Task CreateAsync(Call call)
    {
        JsonObject answer = UploadedForm.IsMultipart(call.Http.Request)
            ? await UploadAsync(call)
            : await CopyAsync(call);
        await call.ReplyAsync(answer);
    }

    private static async Task<JsonObject> UploadAsync(Call call)
    {
        using UploadedForm form = await UploadedForm.ReadAsync(call.Http.Request, call.Workspace.Folder, call.Aborted);
        if (form.FileName is null) throw Refusal.Missing("file");
        lock (call.Workspace.Gate)
        {
            Container container = Live(call);
            string name = $"{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}-{form.FileName}";
            string path = Path.Combine(container.DataFolder, name);
            form.MoveContentTo(path);
            return container.Add(call.Workspace.Ids, path, name, "user", call.Workspace.Now).ToJson();
        }
    }

    private static async Task<JsonObject> CopyAsync(Call call)
    {
        Fields body = (await call.BodyAsync()).AllowOnly("file_id");
        string fileId = body.RequiredString("file_id");
        lock (call.Workspace.Gate)
        {
            Container container = Live(call);
            return call.Workspace.Containers.Mount(container, call.Workspace.Files.Get(fileId, "file_id")).ToJson();
        }
    }

    private static Task ListAsync(Call call) => call.ReplyLockedAsync(() =>
        Page.Of(Live(call).Files.Values, call.Page(), file => file.Id, file => file.ToJson()));

    private static Task GetAsync(Call call) => call.ReplyAsync(Find(call).ToJson());

    private static Task ContentAsync(Call call) => call.ReplyFileAsync(() =>
    {
        ContainerFile file = Find(call);
        return (file.LocalPath, file.FileName);
    });

    private static Task DeleteAsync(Call call) => call.ReplyLockedAsync(() =>
    {
        ContainerFile file = Find(call);
        Live(call).Files.Remove(file.Id);
        File.Delete(file.LocalPath);
        return new JsonObject { ["id"] = file.Id, ["object"] = "container.file.deleted", ["deleted"] = true };
    });

    private static ContainerFile Find(Call call)
    {
        string id = call.Route("file");
        lock (call.Workspace.Gate)
            return Live(call).Files.TryGetValue(id, out ContainerFile? file)
                ? file
                : throw Refusal.NotFound($"Container file with id '{id}' not found.");
    }

    private static Container Live(Call call) => call.Workspace.Containers.Touch(call.Route("container"));
}
