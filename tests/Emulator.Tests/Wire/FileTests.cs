using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AgentsMigration.Emulator.Tests.Support;

namespace AgentsMigration.Emulator.Tests.Wire;

public sealed class FileTests : EmulatorTest
{
    [Fact]
    public async Task Upload_Plain_HasRecordedKeys()
    {
        string id = await OpenAI.UploadAsync("data.csv", "a,b");
        Answer file = (await OpenAI.GetAsync("/files/" + id)).Ok();
        Assert.Matches("^file-[0-9A-Za-z]{22}$", id);
        Assert.Equal(["object", "id", "purpose", "filename", "bytes", "created_at", "expires_at", "status",
            "status_details"],
            file.Body.Select(member => member.Key));
        Assert.Equal(("data.csv", 3, "processed"),
            (file["filename"]!.GetValue<string>(), file["bytes"]!.GetValue<int>(), file["status"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Upload_Foundry_IdIsOfTheAssistantKind() =>
        Assert.Matches("^assistant-[0-9A-Za-z]{22}$", await Foundry.UploadAsync("data.csv", "a,b"));

    [Theory]
    [InlineData("form-data; name=file; filename=test_data.csv; filename*=utf-8''test_data.csv", "form-data; name=purpose", "test_data.csv")]
    [InlineData("form-data; name=file; filename=my data.csv", "form-data; name=purpose", "my data.csv")]
    [InlineData("form-data; name=\"file\"; filename=\"a;b.csv\"", "form-data; name=\"purpose\"", "a;b.csv")]
    [InlineData("form-data; name=\"file\"; filename*=utf-8''%C3%A4.csv", "form-data; name=\"purpose\"", "ä.csv")]
    [InlineData("form-data; name=\"file\"; filename=\"../../etc/passwd\"", "form-data; name=\"purpose\"", "passwd")]
    [InlineData("form-data; name=\"file\"; filename=\"c:\\temp\\x.csv\"", "form-data; name=\"purpose\"", "x.csv")]
    public async Task Upload_OddHeaders_AreUnderstood(string fileHeader, string purposeHeader, string expected)
    {
        const string Boundary = "GWaVKCrW2EbNqjitasdsTosOPPdmjoNNFRGwnH=5YqcFN8yO0GRwRqW8RCQFWUQi9wQcvd";
        string body = $"--{Boundary}\r\nContent-Disposition: {fileHeader}\r\n\r\nx,y\r\n"
            + $"--{Boundary}\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-disposition: {purposeHeader}\r\n\r\nassistants\r\n--{Boundary}--\r\n";
        using ByteArrayContent content = new(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", $"multipart/form-data; boundary=\"{Boundary}\"");

        Answer file = (await OpenAI.SendAsync(HttpMethod.Post, "/files", content)).Ok();

        Assert.Equal((expected, 3), (file["filename"]!.GetValue<string>(), file["bytes"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Upload_UnquotedBoundaryAndChunked_IsUnderstood()
    {
        const string Boundary = "a=b_c";
        using StreamContent content = new(new MemoryStream(Encoding.UTF8.GetBytes(
            $"--{Boundary}\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nuser_data\r\n"
            + $"--{Boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n1\r\n--{Boundary}--\r\n")));
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=" + Boundary);
        content.Headers.ContentLength = null;
        Assert.Equal("user_data", (await OpenAI.SendAsync(HttpMethod.Post, "/files",
            content)).Ok()["purpose"]!.GetValue<string>());
    }

    [Fact]
    public async Task Upload_WrongPurpose_IsRefused()
    {
        using MultipartFormDataContent form = new() { { new StringContent("agents"), "purpose" },
            { new StringContent("x"), "file", "x" } };
        (await OpenAI.SendAsync(HttpMethod.Post, "/files", form)).IsRefused(400,
            "'agents' is not one of ['fine-tune', 'assistants', 'batch', 'user_data', 'vision', 'evals'] - 'purpose'");
    }

    [Fact]
    public async Task Upload_NoFileOrNoForm_IsRefused()
    {
        using MultipartFormDataContent form = new() { { new StringContent("assistants"), "purpose" } };
        (await OpenAI.SendAsync(HttpMethod.Post, "/files", form)).IsRefused(400, "'file' is a required property");
        (await OpenAI.PostAsync("/files", "{}")).IsRefused(400,
            "Invalid Content-Type header: expected multipart/form-data.");
    }

    [Fact]
    public async Task Content_Assistants_IsRefused()
    {
        string id = await OpenAI.UploadAsync("data.csv", "a,b");
        (await OpenAI.GetAsync($"/files/{id}/content")).IsRefused(400,
            "Not allowed to download files of purpose: assistants");
    }

    [Fact]
    public async Task Content_Vision_IsTheUploadedBytes()
    {
        using ByteArrayContent picture = new([1, 2, 3, 255]);
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using MultipartFormDataContent form = new() { { picture, "file", "x.png" }, { new StringContent("vision"),
            "purpose" } };
        string id = (await OpenAI.SendAsync(HttpMethod.Post, "/files", form)).Ok().Id;
        Assert.Equal([1, 2, 3, 255], await OpenAI.DownloadAsync($"/files/{id}/content"));
    }

    [Fact]
    public async Task List_ByPurpose_FiltersNewestFirst()
    {
        await OpenAI.UploadAsync("a", "1", "user_data");
        string second = await OpenAI.UploadAsync("b", "2");
        string third = await OpenAI.UploadAsync("c", "3");
        Answer list = (await OpenAI.GetAsync("/files?purpose=assistants")).Ok();
        Assert.Equal([third, second], list.Data.Select(file => file!["id"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Delete_Known_IsGoneAfterwards()
    {
        string id = await OpenAI.UploadAsync("a", "1");
        Assert.Equal(["object", "deleted", "id"],
            (await OpenAI.DeleteAsync("/files/" + id)).Ok().Body.Select(member => member.Key));
        (await OpenAI.GetAsync("/files/" + id)).IsRefused(404, $"No such File object: {id}", "id");
        (await OpenAI.DeleteAsync("/files/" + id)).IsRefused(404, $"No such File object: {id}", "id");
    }

    [Fact]
    public async Task Content_WhileFilesAreDeleted_IsWholeOrNotThere()
    {
        for (int round = 0; round < 50; round++)
        {
            string path = "/files/" + await OpenAI.UploadAsync("data.jsonl", "{}", "batch");
            Task<Answer>[] reads = [.. Enumerable.Range(0, 8).Select(_ => OpenAI.GetAsync(path + "/content"))];
            (await OpenAI.DeleteAsync(path)).Ok();

            foreach (Answer read in await Task.WhenAll(reads))
                Assert.True((read.Status, read.Text) is (HttpStatusCode.OK, "{}") or (HttpStatusCode.NotFound, _), read.Text);
        }
    }
}
