using System.Text;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Comparison.Tests;

/// <summary>Uploads in recordings of every origin.</summary>
public sealed class RecordedFormTests
{
    [Fact]
    public void Form_OneText_IsRead()
    {
        RecordedExchange upload = Upload(
            "\"--b\\r\\nContent-Disposition: form-data; name=\\\"purpose\\\"\\r\\n\\r\\nassistants\\r\\n--b\\r\\nContent-Disposition: form-data; name=\\\"file\\\"; filename=\\\"a.csv\\\"\\r\\nContent-Type: text/csv\\r\\n\\r\\nx,y\\n1,2\\r\\n--b--\\r\\n\"");
        Assert.Equal(("purpose", null, "assistants"), (upload.Form[0].Name, upload.Form[0].FileName, upload.Form[0].Text));
        Assert.Equal(("file", "a.csv", "text/csv", "x,y\n1,2"), (upload.Form[1].Name, upload.Form[1].FileName, upload.Form[1].ContentType, upload.Form[1].Text));
    }

    [Fact]
    public void Form_LinesOfWhichSomeAreBase64_IsRead()
    {
        string bytes = Convert.ToBase64String([0, 1, 2, 255]).TrimEnd('=');
        RecordedExchange upload = Upload(
            $$"""["--b\r\n","Content-Disposition: form-data; name=file; filename=a.bin; filename*=utf-8''a.bin\r\n","\r\n","b64:{{bytes}}","\r\n","--b--\r\n"]""");
        RecordedFormPart part = Assert.Single(upload.Form);
        Assert.Equal(("file", "a.bin"), (part.Name, part.FileName));
        Assert.Equal(new byte[] { 0, 1, 2, 255 }, part.Content.ToArray());
    }

    [Fact]
    public void Form_EveryRecordedUpload_HasItsFile()
    {
        Assert.SkipUnless(SharedFolder.Exists, "Needs the shared recordings.");
        int uploads = 0;
        foreach (string name in SharedFolder.RecordingNames("v2"))
        {
            foreach (RecordedExchange exchange in Recording.Load("v2", name).Exchanges.Where(exchange => exchange is { Method: "POST", Path: "/v1/files", Request: not null }))
            {
                Assert.NotEmpty(Assert.Single(exchange.Form, part => part.FileName is not null).Text);
                uploads++;
            }
        }
        Assert.True(uploads > 5, $"{uploads} uploads");
    }

    private static RecordedExchange Upload(string request) => Assert.Single(Recording.Parse("a.json", Encoding.UTF8.GetBytes(
        $$$"""{"exchanges":[{"method":"POST","path":"/v1/files","query":"","request":{{{request}}},"status":200,"content_type":"application/json","response":{}}]}""")).Exchanges);
}
