using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Files;

internal static class FileRoutes
{
    private const int MaximumLimit = 10_000;
    private const int MinimumLifetime = 3600;
    private const int MaximumLifetime = 2_592_000;
    private static readonly string[] Purposes = ["fine-tune", "assistants", "batch", "user_data", "vision", "evals"];
    private static readonly string[] AzurePurposes = ["assistants", "batch", "fine-tune", "evals"];
    private static readonly string[] Unreadable = ["assistants", "user_data"];

    public static void Map(RouteTable routes)
    {
        routes.Post("/files", UploadAsync);
        routes.Get("/files", ListAsync);
        routes.Get("/files/{file}", call => call.ReplyAsync(Find(call).ToJson()));
        routes.Get("/files/{file}/content", ContentAsync);
        routes.Delete("/files/{file}", DeleteAsync);
    }

    private static async Task UploadAsync(Call call)
    {
        if (!UploadedForm.IsMultipart(call.Http.Request))
            throw Refusal.Bad("Invalid Content-Type header: expected multipart/form-data.");
        using UploadedForm form = await UploadedForm.ReadAsync(
            call.Http.Request, call.Workspace.Files.Folder, call.Aborted);
        if (form.FileName is null) throw Refusal.Bad("'file' is a required property");
        if (!form.Values.TryGetValue("purpose", out string? purpose))
            throw Refusal.Bad("'purpose' is a required property");
        string[] purposes = call.Workspace.Surface is Surface.AzureOpenAI ? AzurePurposes : Purposes;
        if (!purposes.Contains(purpose))
            throw Refusal.Bad($"'{purpose}' is not one of [{string.Join(", ", purposes.Select(p => $"'{p}'"))}] - 'purpose'");
        await call.ReplyLockedAsync(() => call.Workspace.Files.Add(purpose, form, Lifetime(form)).ToJson());
    }

    private static long? Lifetime(UploadedForm form)
    {
        if (!form.Values.TryGetValue("expires_after[seconds]", out string? text)) return null;
        if (!int.TryParse(text, out int seconds))
            throw Refusal.WrongType("expires_after.seconds", "an integer", JsonValue.Create(text));
        if (seconds < MinimumLifetime) throw Refusal.TooSmall("expires_after.seconds", MinimumLifetime, seconds);
        return seconds <= MaximumLifetime
            ? seconds
            : throw Refusal.TooLarge("expires_after.seconds", MaximumLifetime, seconds);
    }

    private static Task ListAsync(Call call)
    {
        string? purpose = call.Http.Request.Query["purpose"];
        PageQuery query = PageQuery.Read(call.Http.Request.Query, call.Workspace.IsFoundry, MaximumLimit, MaximumLimit);
        return call.ReplyLockedAsync(() => Page.Of(
            call.Workspace.Files.All.Where(file => purpose is null || file.Purpose == purpose),
            query, file => file.Id, file => file.ToJson()));
    }

    private static Task ContentAsync(Call call) => call.ReplyFileAsync(() =>
    {
        StoredFile file = Find(call);
        return Unreadable.Contains(file.Purpose)
            ? throw Refusal.Bad($"Not allowed to download files of purpose: {file.Purpose}")
            : (file.Path, file.FileName);
    });

    private static Task DeleteAsync(Call call) => call.ReplyLockedAsync(() =>
    {
        string id = call.Route("file");
        call.Workspace.Files.Delete(id);
        return new JsonObject { ["object"] = "file", ["deleted"] = true, ["id"] = id };
    });

    private static StoredFile Find(Call call)
    {
        lock (call.Workspace.Gate) return call.Workspace.Files.Get(call.Route("file"));
    }
}
